"""The routes of the HTTP app, one module for each kind of visitor: people's pages, other systems' calls."""
