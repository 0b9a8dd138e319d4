pas une phrase
