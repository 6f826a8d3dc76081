import { resolve } from 'node:path'
import { z } from 'zod'
import type { FileLimits } from './files/limits.ts'

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
  /** Where files are kept instead of the folder in `dataDir`; null: there. */
  readonly s3: S3Settings | null
  readonly fileLimits: FileLimits
  /** How mail is sent; null: no mail. */
  readonly mail: MailSettings | null
}

export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly smtpUrl: string
  /** Who the mails are from: an address, or `Name <address>`. */
  readonly from: string
  /** Where the links in them lead, without a trailing slash. */
  readonly publicUrl: string
}

/** A bucket of anything that speaks S3. */
export interface S3Settings {
  /** The address of the service, without the bucket, e.g. `https://s3.eu-central-1.amazonaws.com`. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** The bucket is in the path, not in the name of the host. */
  readonly pathStyle: boolean
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
    s3: readS3(source, read),
    mail: readMail(source, read),
    fileLimits: {
      fileBytes: read('FILE_MAX_MB', 'a number of megabytes, from 1 to 2000', megabytes) * 1e6,
      storyFiles: read('STORY_FILES_MAX', 'a whole number from 1 to 10000', storyFiles),
      workspaceBytes:
        read('WORKSPACE_FILES_MAX_GB', 'a number of gigabytes, from 1 to 100000', gigabytes) * 1e9,
    },
  }
}

type Read = <T>(
  name: string,
  accepted: string,
  schema: z.ZodType<T>,
  show?: (value: string) => string,
) => T

/** All of the bucket's settings or none: half of them would store files where nobody looks for them. */
function readS3(
  source: Readonly<Record<string, string | undefined>>,
  read: Read,
): S3Settings | null {
  const isMeant = Object.entries(source).some(
    ([name, value]) => name.startsWith('S3_') && Boolean(value?.trim()),
  )
  if (!isMeant) return null
  const given = z.string().min(1)
  return {
    endpoint: read('S3_ENDPOINT', 'an address such as https://s3.example.com', s3Endpoint),
    bucket: read('S3_BUCKET', 'the name of a bucket', bucket),
    region: read('S3_REGION', 'a region such as eu-central-1', given.default('us-east-1')),
    accessKeyId: read('S3_ACCESS_KEY_ID', 'the id of a key (S3_… needs one)', given),
    secretAccessKey: source.S3_SECRET_ACCESS_KEY?.trim() || missingSecret(),
    pathStyle: read('S3_PATH_STYLE', '1 (the bucket is in the path) or 0', pathStyle),
  }
}

/** Mail needs all three: a server that takes it, a sender, and an address that its links can lead to. */
function readMail(
  source: Readonly<Record<string, string | undefined>>,
  read: Read,
): MailSettings | null {
  if (!source.SMTP_URL?.trim()) return null
  const address = read('PUBLIC_URL', 'set where SMTP_URL is: mails have links', publicUrl)
  if (address === null) {
    throw new BadSetting('PUBLIC_URL is missing, but the links in the mails of SMTP_URL need it.')
  }
  return {
    smtpUrl: read(
      'SMTP_URL',
      'an address like smtp://user:password@mail.example.com:587',
      smtpUrl,
      withoutPassword,
    ),
    from: read('MAIL_FROM', 'an address like "Sluice <sluice@example.com>"', mailFrom),
    publicUrl: address,
  }
}

/** Its value is shown to nobody. */
function missingSecret(): never {
  throw new BadSetting('S3_SECRET_ACCESS_KEY is missing, but the bucket in S3_BUCKET needs it.')
}

const smtpUrl = z.string().refine((value) => /^smtps?:\/\//.test(value) && URL.canParse(value))

const mailFrom = z
  .string()
  .max(320)
  .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/)

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

const pathStyle = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['1', 'true', 'yes', 'on', '0', 'false', 'no', 'off']))
  .default('1')
  .transform((value) => ['1', 'true', 'yes', 'on'].includes(value))

const s3Endpoint = z
  .string()
  .refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value))
  .transform((value) => value.replace(/\/$/, ''))

const bucket = z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)

const megabytes = numberUpTo(2000, 25)
const gigabytes = numberUpTo(100_000, 10)
const storyFiles = numberUpTo(10_000, 500)

function numberUpTo(most: number, usual: number) {
  return z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .refine((value) => value >= 1 && value <= most)
    .default(usual)
}

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
