"""The linter's engine: manuscripts, findings, waivers, and what the rules measure text with."""
