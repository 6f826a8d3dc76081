/** Bytes that one file may have where the server has not said otherwise. */
export const USUAL_FILE_BYTES = 25e6
