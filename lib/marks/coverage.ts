import { localKeys } from './local.ts'

/**
 * A short name of a reading, 4 to 7 characters for its id: FNV-1a, 32 bits, base 36
 * (http://www.isthe.com/chongo/tech/comp/fnv). The map of the catalogue carries one for each reading, 7 kB where the
 * ids would be 45; two readings of a thousand share one once in ten thousand catalogues.
 */
export function coverKey(id: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(36)
}

/** The keys of readings, as `data-cover` carries them. */
export function coverKeys(ids: readonly string[]): string {
  return ids.map(coverKey).join(' ')
}

/**
 * Runs once behind the map: from then on painting marks also paints how much of each topic is done. Each element with
 * `data-cover`, the keys of a topic's readings, gets its count into its `[data-done]`; every `[data-tile]` of the same
 * name gets `--done`, from 0 to 1, and its count.
 */
export const coverageScript = `(function(){
var key=${coverKey.toString()},paint=window.loadpathPaint;
window.loadpathPaint=function(root){paint(root);
var m={};try{m=JSON.parse(localStorage.getItem('${localKeys.marks}')||'{}')||{}}catch(e){}
var done={};for(var id in m)if(m[id]==='done')done[key(id)]=1;
document.querySelectorAll('[data-cover]').forEach(function(row){
var keys=row.dataset.cover.split(' '),n=keys.filter(function(k){return done[k]}).length;
row.querySelector('[data-done]').textContent=n||'';
document.querySelectorAll('[data-tile="'+row.dataset.name+'"]').forEach(function(tile){
tile.style.setProperty('--done',n/keys.length);
var count=tile.querySelector('small');if(count)count.textContent=n?n+' of '+keys.length:keys.length})})};
loadpathPaint()})()`
