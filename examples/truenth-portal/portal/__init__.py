"""A portal in which people answer questionnaires: answers are in PostgreSQL, drafts in Redis."""
