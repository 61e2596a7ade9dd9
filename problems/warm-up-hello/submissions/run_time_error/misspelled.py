def hello(name):
    return "Hello, " + nmae + "!"
