import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { refuseVerb, verbAnswerSchema, type DoorRequest, type VerbAnswer } from './request.ts'

/** Asks the running server whose door is at `path`; null when nobody is there. */
export async function askDoor(path: string, request: DoorRequest): Promise<VerbAnswer | null> {
  const socket = await knock(path)
  if (!socket) return null
  socket.end(JSON.stringify(request))
  try {
    return verbAnswerSchema.parse(JSON.parse(await text(socket)))
  } catch {
    return refuseVerb(
      'The running server went away before it answered. See whether it was done, then try again.',
    )
  }
}

/** True when a server listens at `path`. */
export async function doorAnswers(path: string): Promise<boolean> {
  const socket = await knock(path)
  socket?.destroy()
  return socket !== null
}

function knock(path: string) {
  return new Promise<ReturnType<typeof connect> | null>((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => resolve(socket))
    socket.once('error', () => resolve(null))
  })
}
