/** What one socket may cost. Each is far above what a person's browser does. */

/** A frame, in bytes: a paste with pictures in it must still pass, since a client resends what it is refused. */
export const FRAME_MAX_BYTES = 16 * 1024 * 1024

/** Whoever has not been recognised yet may send this many bytes in all … */
export const STRANGER_MAX_BYTES = 1024 * 1024
/** … ask for this many documents … */
export const STRANGER_MAX_DOCUMENTS = 100
/** … and take this long, in ms. */
export const STRANGER_MAX_MS = 15_000
/** So many sockets of strangers at once in the process; with one more the oldest goes. */
export const STRANGERS_MAX = 1_000

/** What a client says it has, in bytes: ten or so for each client id that ever wrote into the document. */
export const STATE_VECTOR_MAX_BYTES = 1024 * 1024

/** Documents on one socket. */
export const DOCUMENTS_MAX = 2_000

/** What a document keeps of one socket while it is being opened, or until its first exchange is over. */
export const WAITING_MAX_FRAMES = 2_000
export const WAITING_MAX_BYTES = 8 * 1024 * 1024

/** The same on all documents of all sockets of one person. */
export const PERSON_WAITING_MAX_BYTES = 32 * 1024 * 1024

/** A socket that reads so slowly that this much is waiting for it, in bytes, is closed; it catches up on its return. */
export const UNSENT_MAX_BYTES = 64 * 1024 * 1024

/** Commands of one socket that wait for their turn: a paste of 500 lines is 500. */
export const COMMANDS_MAX = 5_000
/** The same in characters of JSON. */
export const COMMANDS_MAX_CHARACTERS = 8 * 1024 * 1024

/** How long a command waits for what its author typed before it on the same socket (RD5), in ms. */
export const PROSE_WAIT_MS = 5_000

/** The state one person shows on one document, as JSON, in characters. */
export const PRESENCE_MAX_CHARACTERS = 4_096

/** A quiet socket is asked for a sign of life this often, in ms; two misses end it. */
export const HEARTBEAT_MS = 20_000

/** Sessions and tokens are looked up anew this often, in ms: one may have expired since. */
export const RECHECK_MS = 5 * 60_000

/** Uncommitted bytes in the process above which no more edits are taken (storage has been down for long). */
export const UNCOMMITTED_MAX_BYTES = 256 * 1024 * 1024

/** A snapshot from this size on, in bytes, goes as it is stored to whoever asks for all of it: decoding it takes long. */
export const STORED_MIN_BYTES = 128 * 1024
/** And behind it a log of so many rows: each is a frame of its own. */
export const STORED_MAX_ROWS = 5_000

/** A document's log is folded into its snapshot when it is longer than this. */
export const LOG_MAX_ROWS = 200
export const LOG_MAX_BYTES = 64 * 1024
/** The same while people have it open, where folding costs them a moment. */
export const OPEN_LOG_MAX_ROWS = 1_000
export const OPEN_LOG_MAX_BYTES = 1024 * 1024
