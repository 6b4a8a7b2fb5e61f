"""world -> Document: the only room that opens a connection. Front door: `collect`."""
