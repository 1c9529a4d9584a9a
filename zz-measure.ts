// @ts-nocheck
import { readFileSync } from 'node:fs';
import { LISTS_UNDER_TEST } from './bench/lists/combinations';
import { serve } from './bench/support/api-server';
async function main(){
 const u=new URL(readFileSync('/tmp/lf-keepdb/url','utf8')); u.username='loanflow_app'; u.password='app-of-a-bench';
 const s=await serve(u.href);
 const r=await fetch(`${s.url}/dev/token`,{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({role:'risk_manager'})});
 const token=((await r.json()) as {access_token:string}).access_token;
 const only=process.argv[2]; const top=Number(process.argv[3]??6); const extra=process.argv[4]??'';
 for(const {name,order,queries} of LISTS_UNDER_TEST){
  if(only && !`${name} ${order}`.match(only)) continue;
  const t:{q:string;ms:number}[]=[];
  for(const q of queries){ let ms=0; for(let i=0;i<2;i++){const a=performance.now(); const x=await fetch(`${s.url}/v1/${name}?sort=${order}&limit=50&${extra}${q}`,{headers:{authorization:`Bearer ${token}`}}); await x.text(); if(!x.ok) throw new Error(q+x.status); ms=performance.now()-a;} t.push({q,ms}); }
  t.sort((a,b)=>a.ms-b.ms);
  console.log(name,order,'n',t.length,'p50',t[Math.floor(t.length/2)].ms.toFixed(1),'p95',t[Math.min(t.length-1,Math.floor(t.length*.95))].ms.toFixed(1));
  for(const x of t.slice(-top)) console.log('    ',x.ms.toFixed(0),x.q.replaceAll('where=',''));
 }
 await s.close();
}
void main();
