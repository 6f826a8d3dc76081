/** How much may be kept. */
export interface FileLimits {
  /** Bytes of one file. */
  readonly fileBytes: number
  /** Files of one story. */
  readonly storyFiles: number
  /** Bytes of all files of a workspace; what several stories show counts once. */
  readonly workspaceBytes: number
}

/** Width times height of a picture: what it takes to draw it, four bytes a pixel, must fit a phone. */
export const PIXELS_MAX = 50_000_000

/** A file that nothing shows is kept this long, in ms: an undo or somebody offline may bring it back. */
export const UNUSED_MS = 7 * 24 * 60 * 60 * 1000

/** Bytes that no file has stay this long, in ms: an upload may be about to name them. */
export const LOOSE_MS = 24 * 60 * 60 * 1000
