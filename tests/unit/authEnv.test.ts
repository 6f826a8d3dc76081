import { describe, expect, test } from 'vitest'
import { BadSetting, readEnv } from '#server/env.ts'

describe('the environment', () => {
  test('[HTTP5] has a default for everything, also for what is set to nothing', () => {
    const defaults = {
      port: 3000,
      host: 'localhost',
      dataDir: `${process.cwd()}/data`,
      databaseUrl: null,
      publicUrl: null,
      metricsToken: null,
      trustProxy: false,
      logLevel: 'info',
    }
    expect(readEnv({})).toEqual(defaults)
    expect(
      readEnv({
        PORT: '',
        HOST: ' ',
        DATA_DIR: '',
        DATABASE_URL: '',
        PUBLIC_URL: '',
        TRUST_PROXY: '',
      }),
    ).toEqual(defaults)
  })

  test('[HTTP5] is read', () => {
    expect(
      readEnv({
        PORT: '8080',
        HOST: '::',
        DATA_DIR: '/srv/sluice',
        DATABASE_URL: 'postgresql://sluice:pw@db/sluice?sslmode=require',
        PUBLIC_URL: 'https://Sluice.example.com/',
        METRICS_TOKEN: 'scrape',
        TRUST_PROXY: 'true',
        LOG_LEVEL: 'debug',
      }),
    ).toEqual({
      port: 8080,
      host: '::',
      dataDir: '/srv/sluice',
      databaseUrl: 'postgresql://sluice:pw@db/sluice?sslmode=require',
      publicUrl: 'https://sluice.example.com',
      metricsToken: 'scrape',
      trustProxy: true,
      logLevel: 'debug',
    })
  })

  test.each([
    [{ PORT: '65536' }, 'PORT is "65536", but it must be a whole number from 0 to 65535.'],
    [{ PORT: '-1' }, /^PORT is "-1"/],
    [{ PORT: '3000.5' }, /^PORT is/],
    [{ HOST: 'http://localhost' }, /^HOST is "http:\/\/localhost", but it must be a host name/],
    [{ DATABASE_URL: 'postgres://u:hunter2@' }, /^DATABASE_URL is "postgres:\/\/u:…@"/],
    [
      { PUBLIC_URL: 'sluice.example.com' },
      /^PUBLIC_URL is .* such as https:\/\/sluice.example.com\.$/,
    ],
    [{ PUBLIC_URL: 'https://example.com/sluice' }, /without a path/],
    [
      { TRUST_PROXY: 'perhaps' },
      'TRUST_PROXY is "perhaps", but it must be 1 (behind your own proxy) or 0.',
    ],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL is "loud", but it must be one of fatal, error, warn/],
  ])('[HTTP5] a bad value is a sentence: %j', (source, sentence) => {
    expect(() => readEnv(source)).toThrow(BadSetting)
    expect(() => readEnv(source)).toThrow(sentence)
  })
})
