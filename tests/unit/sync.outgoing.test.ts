import { expect, test } from 'vitest'
import { statelessFrame, STEP, syncFrame, syncStatusFrame } from '#server/sync/frames.ts'
import { Outgoing } from '#server/sync/outgoing.ts'

const clean = { dirty: false, newestBatch: 0 }
const waitingFor = (newestBatch: number) => ({ dirty: true, newestBatch })

const nameOf = (address: string) => address.split('\0')[0] ?? ''

test.each(['story:s1', `story:${'x'.repeat(64)}\0${'é'.repeat(60)}`])(
  '[I1] what tells of content waits for its commit, in order (%#)',
  (address) => {
    const sent: Uint8Array[] = []
    const outgoing = new Outgoing(address, nameOf(address), (frame) => sent.push(frame))
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

test('a frame that everyone gets leaves under the address of this client', () => {
  const sent: Uint8Array[] = []
  for (const suffix of ['s', 'x'.repeat(80), 'x'.repeat(150)]) {
    const address = `story:s1\0${suffix}`
    const outgoing = new Outgoing(address, 'story:s1', (frame) => sent.push(frame))
    outgoing.send(statelessFrame('story:s1', 'for all'), clean)
    outgoing.send(syncStatusFrame('story:s1', true), waitingFor(1))
    outgoing.committed(1)
    expect(sent.splice(0)).toEqual([
      statelessFrame(address, 'for all'),
      syncStatusFrame(address, true),
    ])
  }
})
