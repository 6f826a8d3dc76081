import { describe, expect, test } from 'vitest'
import { until } from '#tests/support/sync.ts'
import { useSyncBench } from '#tests/support/syncBench.ts'

const bench = useSyncBench()

describe('[HZ24] storage that refuses one document', () => {
  test('its people see that it is not saved, everybody else goes on, and it is saved when storage takes it', async () => {
    await bench.server.capture('s2')
    bench.server.faults.appendFails.add('story:s1')
    const sick = bench.browser('ana').open('story:s1')
    const well = bench.browser('bo').open('story:s2')
    await well.synced()
    await until(() => sick.provider.isSynced)
    sick.text.insert(0, 'kept')
    well.text.insert(0, 'saved')
    await well.synced()
    for (const letter of 'later') {
      well.text.insert(0, letter)
      await well.synced()
    }
    expect(sick.saved).toBe(false)
    sick.text.insert(4, ' and more')
    bench.server.faults.appendFails.clear()
    await sick.synced()
    await bench.restart()
    const reader = bench.browser('bo', 'bo-2').open('story:s1')
    await reader.synced()
    expect(reader.text.toString()).toBe('kept and more')
  }, 30_000)
})
