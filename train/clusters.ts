import { hashText } from '../src/3-sentences/hash.ts';
import { randomFrom } from './shuffled.ts';
import type { Vectors } from './vectors.ts';

/** Clusters of two grains: 63 coarse ones, each parted into 32; word i gets coarse × 32 + fine, at least 32. */
export function clusterWords(vectors: Vectors): Uint16Array {
  const { words, dimensions } = vectors;
  const points = unitRows(vectors);
  const everything = Int32Array.from(words, (_, i) => i);
  const coarse = kMeans(points, dimensions, everything, 63, 12, 1);
  const result = new Uint16Array(words.length);
  for (let group = 0; group < 63; group++) {
    const members = everything.filter((i) => coarse[i] === group);
    const fine = kMeans(points, dimensions, members, 32, 12, group + 2);
    members.forEach((word, i) => {
      result[word] = (group + 1) * 32 + (fine[i] as number);
    });
  }
  return result;
}

function unitRows({ words, dimensions, values }: Vectors): Float32Array {
  const points = new Float32Array(values.length);
  for (let i = 0; i < words.length; i++) {
    let square = 0;
    for (let d = 0; d < dimensions; d++) square += (values[i * dimensions + d] as number) ** 2;
    const norm = Math.sqrt(square) || 1;
    for (let d = 0; d < dimensions; d++) points[i * dimensions + d] = (values[i * dimensions + d] as number) / norm;
  }
  return points;
}

/** Spherical k-means (Dhillon & Modha 2001) of the rows named by `members`; gives each one's cluster. */
function kMeans(points: Float32Array, dimensions: number, members: Int32Array, clusters: number, rounds: number, seed: number): Int32Array {
  const random = randomFrom(seed);
  const centres = new Float32Array(clusters * dimensions);
  for (let c = 0; c < clusters; c++) {
    const pick = (members[Math.floor(random() * members.length)] ?? 0) * dimensions;
    centres.set(points.subarray(pick, pick + dimensions), c * dimensions);
  }
  const belongs = new Int32Array(members.length);
  for (let round = 0; round < rounds; round++) {
    members.forEach((row, m) => {
      let best = -Infinity;
      for (let c = 0; c < clusters; c++) {
        let dot = 0;
        for (let d = 0; d < dimensions; d++) dot += (points[row * dimensions + d] as number) * (centres[c * dimensions + d] as number);
        if (dot > best) {
          best = dot;
          belongs[m] = c;
        }
      }
    });
    centres.fill(0);
    members.forEach((row, m) => {
      const c = (belongs[m] as number) * dimensions;
      for (let d = 0; d < dimensions; d++) centres[c + d] = (centres[c + d] as number) + (points[row * dimensions + d] as number);
    });
    for (let c = 0; c < clusters; c++) {
      let square = 0;
      for (let d = 0; d < dimensions; d++) square += (centres[c * dimensions + d] as number) ** 2;
      const norm = Math.sqrt(square) || 1;
      for (let d = 0; d < dimensions; d++) centres[c * dimensions + d] = (centres[c * dimensions + d] as number) / norm;
    }
  }
  return belongs;
}

/** The clusters in the layout of `readClusters`. */
export function packClusters(words: readonly string[], clusters: Uint16Array): Uint8Array {
  let slots = 1024;
  while (slots * 0.8 < words.length) slots *= 2;
  const keys = new Int32Array(slots);
  const values = new Uint16Array(slots);
  words.forEach((word, i) => {
    const key = hashText(word) || 1;
    let slot = key & (slots - 1);
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (slots - 1);
    if (keys[slot] === key) return; // two words of one hash: the more frequent one stays
    keys[slot] = key;
    values[slot] = clusters[i] as number;
  });
  const bytes = new Uint8Array(4 + slots * 6);
  new DataView(bytes.buffer).setUint32(0, slots, true);
  bytes.set(new Uint8Array(keys.buffer), 4);
  bytes.set(new Uint8Array(values.buffer), 4 + slots * 4);
  return bytes;
}
