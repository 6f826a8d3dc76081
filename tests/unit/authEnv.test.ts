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
      s3: null,
      fileLimits: { fileBytes: 25e6, storyFiles: 500, workspaceBytes: 10e9 },
      mail: null,
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
        FILE_MAX_MB: '100',
        STORY_FILES_MAX: '20',
        WORKSPACE_FILES_MAX_GB: '3',
        S3_ENDPOINT: 'https://s3.eu-central-1.amazonaws.com/',
        S3_BUCKET: 'acme-sluice',
        S3_REGION: 'eu-central-1',
        S3_ACCESS_KEY_ID: 'AKIA',
        S3_SECRET_ACCESS_KEY: 'hush',
        S3_PATH_STYLE: '0',
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
      fileLimits: { fileBytes: 100e6, storyFiles: 20, workspaceBytes: 3e9 },
      mail: null,
      s3: {
        endpoint: 'https://s3.eu-central-1.amazonaws.com',
        bucket: 'acme-sluice',
        region: 'eu-central-1',
        accessKeyId: 'AKIA',
        secretAccessKey: 'hush',
        pathStyle: false,
      },
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
    [{ FILE_MAX_MB: '0' }, /^FILE_MAX_MB is "0", but it must be a number of megabytes/],
    [{ S3_BUCKET: 'acme' }, /^S3_ENDPOINT is "", but it must be an address/],
    [
      { S3_BUCKET: 'acme', S3_ENDPOINT: 'http://minio:9000', S3_ACCESS_KEY_ID: 'a' },
      'S3_SECRET_ACCESS_KEY is missing, but the bucket in S3_BUCKET needs it.',
    ],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL is "loud", but it must be one of fatal, error, warn/],
  ])('[HTTP5] a bad value is a sentence: %j', (source, sentence) => {
    expect(() => readEnv(source)).toThrow(BadSetting)
    expect(() => readEnv(source)).toThrow(sentence)
  })
})
