import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * The two wire formats that the benchmark and the tests of the bare socket speak. Both carry y-protocols messages; Hocuspocus puts the document's name
 * before each. Clients are bare sockets, so that what is measured is the server and not three client libraries.
 */
export interface Wire {
  /** Frames sent once the socket is open: authentication and the first sync step. */
  hello(document: string, token: string, stateVector: Uint8Array): Uint8Array[]
  update(document: string, update: Uint8Array): Uint8Array
  awareness(document: string, awareness: Uint8Array): Uint8Array
  syncStep2(document: string, update: Uint8Array): Uint8Array
  stateless(document: string, payload: string): Uint8Array
  read(frame: Uint8Array): Received
}

export type Received =
  /** `document`: which one of those on this socket asks; null where a socket has one only. */
  | { readonly kind: 'step1'; readonly document: string | null; readonly stateVector: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  /** Hocuspocus's answer to a write: taken, and with Sluice that means committed. */
  | { readonly kind: 'status'; readonly saved: boolean }
  | { readonly kind: 'stateless'; readonly payload: string }
  | { readonly kind: 'denied'; readonly reason: string }
  | { readonly kind: 'other' }

const SYNC = 0
const AWARENESS = 1
const AUTH = 2
const SYNC_REPLY = 4
const STATELESS = 5
const SYNC_STATUS = 8

function wire(named: boolean): Wire {
  const frame = (document: string, write: (encoder: encoding.Encoder) => void): Uint8Array => {
    const encoder = encoding.createEncoder()
    if (named) encoding.writeVarString(encoder, document)
    write(encoder)
    return encoding.toUint8Array(encoder)
  }
  const sync = (document: string, step: number, bytes: Uint8Array): Uint8Array =>
    frame(document, (encoder) => {
      encoding.writeVarUint(encoder, SYNC)
      encoding.writeVarUint(encoder, step)
      encoding.writeVarUint8Array(encoder, bytes)
    })
  return {
    hello(document, token, stateVector) {
      const step1 = sync(document, 0, stateVector)
      if (!named) return [step1]
      const auth = frame(document, (encoder) => {
        encoding.writeVarUint(encoder, AUTH)
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarString(encoder, token)
        encoding.writeVarString(encoder, '4.0.0')
      })
      return [auth, step1]
    },
    update: (document, update) => sync(document, 2, update),
    syncStep2: (document, update) => sync(document, 1, update),
    stateless: (document, payload) =>
      frame(document, (encoder) => {
        encoding.writeVarUint(encoder, STATELESS)
        encoding.writeVarString(encoder, payload)
      }),
    awareness: (document, awareness) =>
      frame(document, (encoder) => {
        encoding.writeVarUint(encoder, AWARENESS)
        encoding.writeVarUint8Array(encoder, awareness)
      }),
    read(bytes) {
      const decoder = decoding.createDecoder(bytes)
      const document = named ? decoding.readVarString(decoder) : null
      const type = decoding.readVarUint(decoder)
      if (type === AWARENESS) {
        return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
      }
      if (named && type === SYNC_STATUS) {
        return { kind: 'status', saved: decoding.readVarInt(decoder) === 1 }
      }
      if (named && type === STATELESS) {
        return { kind: 'stateless', payload: decoding.readVarString(decoder) }
      }
      if (named && type === AUTH && decoding.readVarUint(decoder) === 1) {
        return { kind: 'denied', reason: decoding.readVarString(decoder) }
      }
      if (type !== SYNC && !(named && type === SYNC_REPLY)) return { kind: 'other' }
      const step = decoding.readVarUint(decoder)
      const body = decoding.readVarUint8Array(decoder)
      return step === 0
        ? { kind: 'step1', document, stateVector: body }
        : { kind: 'update', update: body }
    },
  }
}

export const hocuspocusWire = wire(true)
export const yWebsocketWire = wire(false)
