// Imported first by every script here, so that an old Node says what is wrong instead of failing somewhere inside.
const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error(
    `Sluice needs Node 20 or newer; this is Node ${process.versions.node} (${process.execPath}). ` +
      'Nothing was changed. Install a newer Node from https://nodejs.org and run the command again.',
  )
  process.exit(1)
}
