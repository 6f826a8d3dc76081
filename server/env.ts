import { resolve } from 'node:path'
import { z } from 'zod'

/** What the environment says about this server, parsed once. */
export interface Env {
  /** 0 lets the system choose. */
  readonly port: number
  /** A name or address to listen on. `localhost` means every loopback address of this machine. */
  readonly host: string
  /** Absolute path of the folder of the SQLite file and the administration socket. */
  readonly dataDir: string
  /** `postgres://…`: Postgres instead of the file in `dataDir`. */
  readonly databaseUrl: string | null
  /** The origin people use, e.g. `https://sluice.example.com`, without a trailing slash. */
  readonly publicUrl: string | null
  /** Opens `GET /metrics` to other machines that send it as a bearer token. */
  readonly metricsToken: string | null
  /** Believe `x-forwarded-*`: only behind one's own proxy. */
  readonly trustProxy: boolean
  readonly logLevel: LogLevel
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** A variable of the environment has a value Sluice cannot use. The message is a sentence for whoever set it. */
export class BadSetting extends Error {
  override name = 'BadSetting'
}

/**
 * Reads the settings; a variable that is missing or empty has its default.
 * Throws `BadSetting`, naming the variable, its value and what is accepted, at the first bad one.
 */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const read = <T>(name: string, accepted: string, schema: z.ZodType<T>, show = shown): T => {
    const value = source[name]?.trim() || undefined
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    throw new BadSetting(`${name} is ${show(value ?? '')}, but it must be ${accepted}.`)
  }
  return {
    port: read('PORT', 'a whole number from 0 to 65535', port),
    host: read('HOST', 'a host name or an IP address, such as 0.0.0.0', host),
    dataDir: resolve(source.DATA_DIR || './data'),
    databaseUrl: read(
      'DATABASE_URL',
      'an address like postgres://user:password@host:5432/database',
      databaseUrl,
      withoutPassword,
    ),
    publicUrl: read(
      'PUBLIC_URL',
      'an address without a path, such as https://sluice.example.com',
      publicUrl,
    ),
    metricsToken: source.METRICS_TOKEN || null,
    trustProxy: read('TRUST_PROXY', '1 (behind your own proxy) or 0', trustProxy),
    logLevel: read(
      'LOG_LEVEL',
      `one of ${LOG_LEVELS.join(', ')}`,
      z.enum(LOG_LEVELS).default('info'),
    ),
  }
}

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535)
  .default(3000)

const host = z
  .string()
  .regex(/^[A-Za-z0-9.:_-]{1,255}$/)
  .default('localhost')

const databaseUrl = z
  .string()
  .refine((value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value))
  .optional()
  .transform((value) => value ?? null)

const publicUrl = z
  .string()
  .refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value) && isBareOrigin(value))
  .optional()
  .transform((value) => (value === undefined ? null : new URL(value).origin))

const trustProxy = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['1', 'true', 'yes', 'on', '0', 'false', 'no', 'off']))
  .default('0')
  .transform((value) => ['1', 'true', 'yes', 'on'].includes(value))

function isBareOrigin(value: string): boolean {
  const { pathname, search, hash, username, password } = new URL(value)
  return pathname === '/' && `${search}${hash}${username}${password}` === ''
}

function shown(value: string): string {
  return JSON.stringify(value.length > 100 ? `${value.slice(0, 100)}…` : value)
}

function withoutPassword(value: string): string {
  return shown(value.replace(/:[^:@/]*@/, ':…@'))
}
