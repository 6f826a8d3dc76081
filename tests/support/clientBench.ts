import { afterEach, beforeEach } from 'vitest'
import { Device } from './clientDevice.ts'
import { startServer, type TestServer } from './sync.ts'

/** What each test of a file gets: a server of its own, and devices that are shut before it stops. */
export interface ClientBench {
  /** The server of this test; a test that starts another one in its place puts it here. */
  server: TestServer
  /** Makes a device of a person. */
  device(person?: string, roles?: readonly string[]): Device
}

/** Makes the bench of a test file. */
export function clientBench(): ClientBench {
  const devices: Device[] = []
  const bench = {
    device(person = 'ana', roles?: readonly string[]): Device {
      const made = new Device(bench.server, person, roles)
      devices.push(made)
      return made
    },
  } as ClientBench
  beforeEach(async () => {
    bench.server = await startServer()
  })
  afterEach(async () => {
    await Promise.all(devices.splice(0).map((device) => device.shut()))
    await bench.server.stop()
  })
  return bench
}
