topics = Les sujets
