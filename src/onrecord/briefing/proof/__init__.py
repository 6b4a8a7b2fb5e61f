"""The proof room of the briefing: reads finished text afresh. Imports nothing of the writing half."""
