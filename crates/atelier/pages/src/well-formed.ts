// Halves of letters: an emoji that was cut in two, or of which one half has been typed. JSON and files have no place for them.

/** A text with the sign of an unreadable letter in place of each half; as long as before. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, "\uFFFD");
