"""The table of rights: who may do what, drawn from the tables that the code itself obeys."""
