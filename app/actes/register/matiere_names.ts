import ClassificationVersion from '../models/classification_version.js'
import { matiereLabels, type Classification } from '../rules/classification.js'

/** What the matieres of the member in context are called; a path answers with the labels of its levels. */
export async function matiereNames(): Promise<(path: string) => string[]> {
  const version = await ClassificationVersion.latest()
  if (!version) return () => []
  return (path) => (path ? matiereLabels(version.content as Classification, path) : [])
}
