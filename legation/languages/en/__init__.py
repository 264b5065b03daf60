"""English word tables, one module for each room that needs them."""
