"""What the head and the foot of a plan say: number, day, signer, recipients, legal bases."""
