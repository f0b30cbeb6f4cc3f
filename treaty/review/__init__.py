"""The reviewer's work on compared texts: judgements with undo, the rows that every view and export shows, the review file."""
