import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist/build/pdf.min.mjs'
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = workerAddress

/** Opens the first page of a PDF; what is wrong with it, as the end of a French sentence, or null. */
export async function openPdf(data) {
  const loading = getDocument({ data, isEvalSupported: false })
  try {
    const opened = await loading.promise
    await opened.getPage(1)
    return null
  } catch (error) {
    return error?.name === 'PasswordException'
      ? 'ce PDF demande un mot de passe, que l’acheteur n’aura pas'
      : 'ce PDF ne s’ouvrira pas, sa première page ne se lit pas'
  } finally {
    await loading.destroy()
  }
}
