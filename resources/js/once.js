/** Runs once per page load: listeners on the document outlive the replacement of its body. */
export function once(listen) {
  let done = false
  return () => {
    if (done) return
    done = true
    listen()
  }
}
