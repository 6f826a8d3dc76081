import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { inRoot } from './paths.mjs'
import { SetupProblem } from './problem.mjs'

const LOCK = inRoot('.sluice', 'setup.lock')
const OWNER = inRoot('.sluice', 'setup.lock', 'owner')
const WORKER = inRoot('.sluice', 'setup.lock', 'worker')
/** A lock whose holder has not touched it for so long (ms) is left over from a machine or container that is gone. */
const LEFT_OVER_AFTER = 60_000

/**
 * Installs and builds happen one at a time in a clone: a second start waits for the first and then finds the work done.
 * A lock left behind by a killed process is taken over.
 * @template T
 * @param {import('./progress.mjs').Progress} progress
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(progress, work) {
  const token = await acquire(progress)
  const beat = setInterval(() => {
    const now = new Date()
    utimesSync(LOCK, now, now)
  }, 5_000)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    if (readOwner() === token) rmSync(LOCK, { recursive: true, force: true })
  }
}

/** @param {import('./progress.mjs').Progress} progress */
async function acquire(progress) {
  const token = JSON.stringify({ pid: process.pid, host: hostname(), at: Date.now() })
  let told = false
  for (;;) {
    if (tryLock(token)) return token
    const owner = readOwner()
    if (isLeftOver(owner)) {
      takeAway(owner)
      continue
    }
    if (!told) progress.say('Another start is setting up this clone; waiting for it …')
    told = true
    await pause(200)
  }
}

/** @param {string} token */
function tryLock(token) {
  mkdirSync(inRoot('.sluice'), { recursive: true })
  try {
    mkdirSync(LOCK)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  writeFileSync(OWNER, token)
  return true
}

const readOwner = () => readFileOrNothing(OWNER)

/** @param {string} owner */
function isLeftOver(owner) {
  let age
  try {
    age = Date.now() - statSync(LOCK).mtimeMs
  } catch {
    return false
  }
  // Between making the folder and writing the owner there is an instant without one.
  if (owner === '') return age > 2_000
  const { pid, host } = JSON.parse(owner)
  if (host !== hostname()) return age > LEFT_OVER_AFTER
  const worker = Number(readFileOrNothing(WORKER))
  if (worker !== 0 && isAlive(worker)) return false
  // A pid can be in use again by something else, which does not touch the lock.
  return !isAlive(pid) || age > LEFT_OVER_AFTER
}

/**
 * Keeps the lock for as long as a tool runs, even when the process that started it is killed: npm goes on installing.
 * @param {number} worker the tool's pid
 */
export function alsoHeldBy(worker) {
  writeFileSync(WORKER, String(worker))
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/**
 * Moves a left-over lock aside in one step, so that of two waiters only one takes it away.
 * @param {string} owner whose lock was judged
 */
function takeAway(owner) {
  const aside = `${LOCK}.${process.pid}`
  try {
    renameSync(LOCK, aside)
  } catch {
    return
  }
  const moved = readFileOrNothing(`${aside}/owner`)
  // Another waiter was quicker and holds a fresh lock: give it back.
  if (moved !== owner) renameSync(aside, LOCK)
  else rmSync(aside, { recursive: true, force: true })
}

/** @param {string} path */
function readFileOrNothing(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

/**
 * Turns what the file system refuses into a sentence.
 * @param {unknown} error
 * @param {string} doing e.g. "prepare this folder"
 */
export function asProblem(error, doing) {
  const code = codeOf(error)
  const why =
    code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
      ? 'this user may not write here'
      : code === 'ENOSPC'
        ? 'the disk is full'
        : null
  if (why === null) return error
  return new SetupProblem(
    `Sluice could not ${doing} in ${inRoot()}: ${why}. Nothing was lost. Put that right and run the command again.`,
  )
}
