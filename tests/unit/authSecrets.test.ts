import { parseOptions } from '@node-rs/argon2'
import { describe, expect, test } from 'vitest'
import { keyPrefixOf } from '#server/auth/newWorkspace.ts'
import {
  ARGON2_PARAMETERS,
  checkNewPassword,
  hashPassword,
  NOBODYS_HASH,
  verifyPassword,
} from '#server/auth/passwords.ts'
import { hashSecret, newSecret, newToken } from '#server/auth/secrets.ts'

describe('passwords', () => {
  test('[AUTH3] are hashed by Argon2id with OWASP’s parameters, and so is nobody’s', async () => {
    const passwordHash = await hashPassword('four random words here')
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(parseOptions(NOBODYS_HASH)).toEqual(parseOptions(passwordHash))
    expect(parseOptions(NOBODYS_HASH)).toMatchObject(ARGON2_PARAMETERS)
    expect(await verifyPassword(passwordHash, 'four random words here')).toBe(true)
    expect(await verifyPassword(passwordHash, 'four random words there')).toBe(false)
    expect(await verifyPassword(null, 'four random words here')).toBe(false)
  })

  test('[AUTH3] are the same however their letters were composed', async () => {
    const passwordHash = await hashPassword('caf\u00e9 cr\u00e8me 12')
    expect(await verifyPassword(passwordHash, 'cafe\u0301 cre\u0300me 12')).toBe(true)
  })

  test('[AUTH2] over the limit belong to nobody, at once', async () => {
    const began = performance.now()
    expect(await verifyPassword(null, 'x'.repeat(10_000_000))).toBe(false)
    expect(performance.now() - began).toBeLessThan(20)
  })

  test.each([
    ['123456789', 'A password needs at least 10 characters; this one has 9.'],
    ['🦆🦆🦆', 'A password needs at least 10 characters; this one has 3.'],
    ['x1y2z'.repeat(201), 'A password has at most 1,000 characters; this one has 1,005.'],
    ['ana@example.com', 'Choose a password that is not your e-mail address.'],
    ['Password1234', /among the first that are guessed/],
    ['aaaaaaaaaaaa', /among the first that are guessed/],
    ['correct horse battery', null],
  ])('[AUTH2] %j as a new one', (password, problem) => {
    const found = checkNewPassword(password, 'Ana@example.com ')
    if (problem instanceof RegExp) expect(found?.message).toMatch(problem)
    else expect(found?.message ?? null).toBe(problem)
  })
})

describe('secrets', () => {
  test('[AUTH7] a token is 200 random bits behind a prefix, and its hash is what is stored', () => {
    const { token, hash } = newToken()
    expect(token).toMatch(/^slc_[a-z2-7]{40}$/)
    expect(hash).toBe(hashSecret(token))
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(Array.from({ length: 1000 }, newSecret)).size).toBe(1000)
  })
})

describe('the key prefix of a workspace', () => {
  test.each([
    ['Acme', 'ACM'],
    ['Acme Web', 'AW'],
    ['The Big Red Fox Jumps High', 'TBRFJ'],
    ['Ünïted Ölçü', 'UO'],
    ['42 Labs', 'LAB'],
    ['X', 'ST'],
    ['日本語', 'ST'],
    ['', 'ST'],
  ])('[AUTH2] %j gives %s', (name, prefix) => {
    expect(keyPrefixOf(name)).toBe(prefix)
  })
})
