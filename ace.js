import '@poppinss/ts-exec'

if (Number.parseInt(process.versions.node, 10) < 24) {
  console.error(`Halle demande Node 24 ou plus ; celui-ci est ${process.versions.node}.`)
  process.exit(1)
}

await import('./bin/console.js')
