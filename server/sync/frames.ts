import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** The types of Hocuspocus messages that a client may send or receive. */
export const FRAME = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  syncReply: 4,
  stateless: 5,
  close: 7,
  syncStatus: 8,
  ping: 9,
  pong: 10,
} as const

/** The steps inside a sync message. */
export const STEP = { one: 0, two: 1, update: 2 } as const

/** An address (document name, and behind a NUL a client's own session suffix) may be this long, in bytes. */
export const ADDRESS_MAX_BYTES = 256

/** A frame whose header could be read. `body` stands behind the type. */
export interface Frame {
  /** As it came: answers carry the same. */
  readonly address: string
  readonly name: string
  readonly type: number
  readonly body: decoding.Decoder
}

export type ParsedFrame =
  | { readonly kind: 'frame'; readonly frame: Frame }
  /** An answer to our `ping`: it has no address. */
  | { readonly kind: 'pong' }
  | { readonly kind: 'malformed'; readonly why: string }

/** Reads a frame's header. Never throws; reads no more than the header. */
export function parseFrame(bytes: Uint8Array): ParsedFrame {
  if (bytes.length === 1 && bytes[0] === FRAME.pong) return { kind: 'pong' }
  try {
    const body = decoding.createDecoder(bytes)
    const length = decoding.readVarUint(body)
    if (length > ADDRESS_MAX_BYTES) return { kind: 'malformed', why: 'The address is too long.' }
    body.pos = 0
    const address = decoding.readVarString(body)
    const separator = address.indexOf('\0')
    const name = separator === -1 ? address : address.slice(0, separator)
    // Hocuspocus would answer an empty suffix under another address than it came from.
    if (separator === address.length - 1) return { kind: 'malformed', why: 'The address is empty.' }
    const type = decoding.readVarUint(body)
    return { kind: 'frame', frame: { address, name, type, body } }
  } catch {
    return { kind: 'malformed', why: 'The header of a frame cannot be read.' }
  }
}

/** The frame that a client answers with `pong`, so that a quiet socket is seen to live on both sides. */
export const PING = Uint8Array.of(FRAME.ping)

/** How every frame for an address begins. */
export function addressHeader(address: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, address)
  return encoding.toUint8Array(encoder)
}

/** Begins a frame for an address. */
function begin(address: string, type: number): encoding.Encoder {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, address)
  encoding.writeVarUint(encoder, type)
  return encoder
}

/** Tells a client whether an update is stored (I1) or was not taken. */
export function syncStatusFrame(address: string, saved: boolean): Uint8Array {
  const encoder = begin(address, FRAME.syncStatus)
  encoding.writeVarUint(encoder, saved ? 1 : 0)
  return encoding.toUint8Array(encoder)
}

/** A sync message: a state vector (step one) or an update (the others). */
export function syncFrame(address: string, step: number, payload: Uint8Array): Uint8Array {
  const encoder = begin(address, FRAME.sync)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
}

/** A message, as text or already in UTF-8 (one encoding serves many receivers). */
export function statelessFrame(address: string, payload: string | Uint8Array): Uint8Array {
  const encoder = begin(address, FRAME.stateless)
  if (typeof payload === 'string') encoding.writeVarString(encoder, payload)
  else encoding.writeVarUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
}

/** The beginning of a message whose UTF-8, so many bytes long, follows. */
export function statelessHead(address: string, bytes: number): Uint8Array {
  const encoder = begin(address, FRAME.stateless)
  encoding.writeVarUint(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

export function awarenessFrame(address: string, update: Uint8Array): Uint8Array {
  const encoder = begin(address, FRAME.awareness)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

/** The kinds of authentication messages that a server sends. */
export const PERMISSION_DENIED = 1
const AUTHENTICATED = 2

/** Tells a client that it may not open a document, and why (lib/schema/syncToken.ts). */
export function deniedFrame(address: string, reason: string): Uint8Array {
  const encoder = begin(address, FRAME.auth)
  encoding.writeVarUint(encoder, PERMISSION_DENIED)
  encoding.writeVarString(encoder, reason)
  return encoding.toUint8Array(encoder)
}

/** Tells a client again that it is let in. */
export function authenticatedFrame(address: string, readOnly: boolean): Uint8Array {
  const encoder = begin(address, FRAME.auth)
  encoding.writeVarUint(encoder, AUTHENTICATED)
  encoding.writeVarString(encoder, readOnly ? 'readonly' : 'read-write')
  return encoding.toUint8Array(encoder)
}

/** A token may be this long, in bytes. */
const TOKEN_MAX_BYTES = 4_096

/** Gives the token of an authentication message; null when there is none to be read. */
export function readToken(body: decoding.Decoder): string | null {
  try {
    const from = body.pos
    if (decoding.readVarUint(body) !== 0) return null
    if (body.arr.length - body.pos > TOKEN_MAX_BYTES) return null
    const token = decoding.readVarString(body)
    body.pos = from
    return token
  } catch {
    return null
  }
}
