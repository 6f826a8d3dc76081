import { expect, test } from 'vitest'
import { statelessFrame, STEP, syncFrame, syncStatusFrame } from '#server/sync/frames.ts'
import { Outgoing } from '#server/sync/outgoing.ts'

const clean = { dirty: false, newestBatch: 0 }
const waitingFor = (newestBatch: number) => ({ dirty: true, newestBatch })

test.each(['story:s1', `story:${'x'.repeat(64)}\0${'é'.repeat(60)}`])(
  '[I1] what tells of content waits for its commit, in order (%#)',
  (address) => {
    const sent: Uint8Array[] = []
    const outgoing = new Outgoing(address, (frame) => sent.push(frame))
    const saved = syncStatusFrame(address, true)
    const edit = syncFrame(address, STEP.update, Uint8Array.of(0, 0))
    const later = syncFrame(address, STEP.two, Uint8Array.of(0, 0))
    const message = statelessFrame(address, '{}')
    outgoing.send(saved, clean)
    expect(sent).toEqual([saved])
    outgoing.send(edit, waitingFor(1))
    outgoing.send(saved, waitingFor(1))
    outgoing.send(message, waitingFor(1))
    outgoing.send(later, waitingFor(2))
    expect(sent).toEqual([saved, message])
    outgoing.committed(1)
    expect(sent).toEqual([saved, message, edit, saved])
    outgoing.committed(2)
    expect(sent).toEqual([saved, message, edit, saved, later])
  },
)
