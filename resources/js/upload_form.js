/** A failure that says by itself how to mend it. */
class Explained extends Error {
  constructor(explained) {
    super(explained)
    this.explained = explained
  }
}

/** The page that answers is shown as it came: the messages of the session live for one answer. */
function showPage(request) {
  const page = new DOMParser().parseFromString(request.responseText, 'text/html')
  history.pushState(null, '', request.responseURL)
  document.title = page.title
  document.body.replaceWith(document.importNode(page.body, true))
  // What the new page needs besides; those already here are not run twice.
  for (const { src } of page.querySelectorAll('script[type="module"][src]')) {
    import(/* @vite-ignore */ src)
  }
  scrollTo(0, 0)
  document.dispatchEvent(new Event('body:replaced'))
}

/** Sends the form itself, with the files that go with it; rejects when it did not reach the server. */
export function sendForm(form, submitter, data, shown) {
  const request = new XMLHttpRequest()
  shown.drive({ stop: () => request.abort() })
  return new Promise((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => {
      shown.advance(loaded, total)
      if (loaded === total) shown.say('Fichiers reçus, vérification en cours')
    }
    request.onload = () => {
      if (request.status < 500) return resolve(showPage(request))
      reject(
        new Explained(
          'Le serveur n’a pas pu recevoir vos fichiers. Essayez de nouveau dans un instant.'
        )
      )
    }
    request.onerror = () =>
      reject(new Explained('La connexion a été coupée. Rien n’est perdu : envoyez de nouveau.'))
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'))
    request.open('POST', submitter?.getAttribute('formaction') ?? form.getAttribute('action'))
    request.setRequestHeader('X-Halle-Upload', 'true')
    request.send(data)
  })
}
