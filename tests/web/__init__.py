"""Pages: what they show, whom they let write, and what a person does with them."""
