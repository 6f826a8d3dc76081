// A whole server without its pages, in a process of its own: `fork` it and it says where it listens.
import { readEnv } from '#server/env.ts'
import { createLog } from '#server/log.ts'
import { startServer } from '#server/start.ts'

const env = readEnv({ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'fatal', ...process.env })
const server = await startServer(env, { log: createLog(env.logLevel), withPages: false })
process.send?.({ port: server.port })
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)))
process.on('disconnect', () => process.exit())
