// The words of a search, as the package council.search has them in Python: both give the same results, to the last bit.
// Places and lengths are code points, as in Python; inside, places in a folded text are the units of JavaScript.

// folding table: made by council.search.folding_table
export const FOLDING = "01efc08d5ec91de3";
const TABLE = String.raw`14.0.0
。、・「」『』()[]【】〔〕{}〈〉《》,.!?:;"'
b=w,, e=w,,, x:q:1:w 16=w q=w 7=w.lk 1=2p 2*1 1=w.lg 2=1e,1,-j.ld,po 2=w.mf,h,1q 1=1d.6dg.1g,..-2,2..2 1:n:1:w 1:7:1:w x:o:2:1 1=2x.lj 1=2x.2y,.,5o 1=8n 2:3:2:1 1=30.53,. 0:4:2:1 1=jg.32 0:n:2:1 1=73 0:3:2:1 1=37 1=gj,-5s 1=at 1=gk,-5o 1=gm,1,-5n 2=d9,3g,2,-5l 1=gw,3 1=h5,-1,-5r 3=hb,3 1=hh 0:3:2:1 1=hs,-60 1=hv 2=bx 1=i0,-60 1=i2,1,-5z 1=c6 1=ia,-61 3=cd 7=2s.am,.,.,8.-7o,.,.,2.,.,. 0:8:2:1 2:9:2:1 2=2s.3e,.,.,b5 1=b9,16 0:k:2:1 1=bi 1:9:2:1 7=8rp,-8bt 1=be,8gc 2=g2 1=ao,7d,3 0:5:2:1 2p=2w,e6,-e4,8,ef,2,6,-ei,2 v=w.li,.1,.3,.u,.-11,.8 2=gz,-dz,7,5,f1 2j=lc,1 1=lv,-b.ld a*1 w=oh 1=oj 1=jd 1=on 3=w.n9 3=1n,qg 4=w.ld,.7.ld,p8,-l1 0:3:1:11 1=r0 1=r1,1 1:h:1:w 1:9:1:w z=rb,-11,6,d,8,-2,-5,-6 1:c:2:1 1=qi,7,1 1=qg,-3 1=s8 1=qr,1k 2:3:1:-3m 0:g:1:28 0:w:1:w 1c:h:2:1 9:r:2:1 1=y7 0:7:2:1 2:1c:2:1 2:12:1:1c 1c=12d.136 44*1 2g=17r.19w,x.,3j.,-3h. kf=1sl.1to,1.,1.,5.,5.,1.,9.,4. 3g=1wh.1x8,1. 1=1wv.1x8 2b=20i.20s 2=20o.20s y=1zq.20s,1.,5. 2=20b.20s 71=275.27w,1. k5=2tp.2sy 3j=2x9.2wi 14=2wb.2vt,.8 1a=2yz 1i=30i.33r 9=30s.33r 4=30x.33r 4=312.33r 4=317.33r c=30g.33p 9=31t.31u 1=31t.31w,1t.c,.-f.328,1.f,.-f. 7=31t.328 h=32q.33r 9=330.33r 4=335.33r 4=33a.33r 4=33f.33r c=32o.33p 6e:12:1:5ls 1=8x3 5=8x9 1a=3bw ir:28:1:tzk 0:6:1:8 i2=w ay*5 w0:17:1:-2bk 2:3:1:-2bk 30=2p,3p,-3o 1=2s,1,ag 0:8:1:-5os 1=33,c4,-c3,2,2,1,2,-m,dr,1,59t,-5nk,2,1,dw,2,1,-dx 1=2z,2,66,-64,dh,5aa,1,-5nr,4,1,5ns,-59q,-e1,5nz 0:3:1:-52j 0=qu,1,-ny,9,3,1,n0,1,e,5,1 d=u5 y=gi,-dr,du,-9x,a4,-dy,e1,2,4 0:3:1:-5do 0=5tn,-5b2,-1c,5co,-5ba,-1a,-1 0:4:1:-5do 0=hk,a,1,-60,66,1,58y,-58x,1,-eq 0:3:1:-5d8 0=qg 1s:23:2:1 5=2p.ji,5xc 2=67 1:1c:2:1 9:8:1:-8 8:6:1:-8 a:8:1:-8 8:8:1:-8 8:6:1:-8 b:4:2:-8 8:8:1:-8 1=q4 1=q5 1=q6 1=q7 1=r0 1=r1 1=r2 a:8:1:-8 8:8:1:-8 8:8:1:-8 8=69c,1,-1t,-5hg,5jb,-68j.lv,pl,-pl.,.1b,.-1m.n6 6=67m,-5hh,5hj,-5hi,5jp,-68z.lv.lc,..1,..1t 3=pc 4=6a8,1,-2j,-5hj 1=w.lw.lc,..1,..1t 3=q8 4=6ao,1,-2v,-5gt,5js,-69x.lk.lc,..1,1s 8=67s,-5gs,5gw,-5gu,5k5,-6ab.ld,.j 1=w,,,,,,,,,, 0*5 1=6c0 5=w.mr c=1a,.1a,..1a 1=w, 0*5 0=w 3=6cy.6cy,..6cy 1=6d1.6d1,..6d1 4=x.x 1=w.lh 8=1r.1r,.-u,-u.u d=6cy.6cy.6cy.6cy 7=w 0*g 0=1c,1l 2:6:1:-6dc 0=17,6p3,-6ol,-l,1,1x 0:a:1:-6ds 0=17,6p3,-6ol,-l,1 1=2p,4,a,9,dd,-dt 0:4:1:-6cr 0=34,3,1 b=36.37 2f=2p.1b.2r,..g,2,25.1g 1=2r.1b.33,..6,e0 1=4w.2u,-21,1,,,,5b,-5a,,3, 1=32,.33 2:3:1:-6g9 0=36, 2=37.31,1.-8.30,.8 1=3e 1=qx 1=3e 1=2z,3e,-3n,1 1=2t,,1,6i0,-6ht,2 0:4:1:-5et 0=2x 1=2u.2p.3c,nu,-d,,d,5zl 4=2s,,1,4,1 6=1d.6dg.1j,..2,..-8.1c,..2,1..,-1..2,1..,1..,1..,-3..1,4..,-4..2,2..,2..,2..,-6.,1k,.-6aj,..1d,.d,d,.-d,..,...1l,-d.f,f,.-f,..,-c,-9,1,9,-4,.,..,.d,d,.-d,..,...,-d.f,f,.-f,..,-c,-9,1,9 3=6mc 5=1c.6dg.1f 4i=6qz.6qz,..6qz 1=6r2.6r2,..6r2 6w=9hk,1 8l:9:1:-75b 0=1d.1c,.1,.1,.1,.1,.1,.1,.1,.1,.1,1.-9,-a.1.15,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.-8.7.15,..1.,..1.,..1.,..1.,..1.,..1.,..1.,..1.,..1.,.1.-9.,9.-4,1.,1.,1.,1.,1.,1.,1.,1.,-8.2.-2,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,1.-9.,-a.1d.-5,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1. 0:q:1:-76d 0:q:1:-773 0=1c 10h=6qz.6qz.6qz.6qz 2v=1m.1m.1p,3.3,.. 2t=8gt.mw 83:1c:1:1c 1c=8rl 1=h7,5ci,-5c0 2:3:2:1 1=gh,w,-x,2 1=8s3 2=8s6 6=2y,c,cp,1 0:1e:2:1 8=8vg 1=8vi 4=8vn 3g=8yp 8f=lal 2b=vj3 c=feo,14,e,9,q,18,7,k,q,hx,12,6,n,k,l,1h,l,b,4b,2m,s,5,u,9,r,d,p,1g,i,r,l0,20,cs,n,8,b,i,24,d9,1c,3c,n,j,m,1i,3,a2,a,c,d,38,8,5,39,a,d,8,1p,h,i,28,g5,1c,j,kk,5,2b,g,d,l,13,5,7f,o,w,s8,1u,n,1m,o,9,7,1g,5,w,tz,cf,c,5,4,8,i,2,29,60,5,9f,a,1e,7,9,8,2j,7,6c,7,1d,h,1b,6l,7,h,93,3i,6,52,2f,1a,ai,3p,fy,r,1l,1f,1w,b,6,x,24,a,9m,7,9,9,g,f,4,27,4,6,r9,u,d1,c,n,7v,d,1z,1a,fr,f,f,z,11,5j,c,1v,6w,v,5t,l,5,64,54,3h,6,5,py,9,4c,4a,3,1b,2y,c,4,7,2q,y,6,e,4n,1f,4,53,3,j,70,1c,7,1y,a,3,a,u,az,b4,a,13,l,9,9,5,13,4,h,5,d,r,-bea,bex,-77a,-8rg,g0w 16=w 1h=9hu 1=gg1,3,1 2o=w.9ll,.1 2=9l4.9l6 2n=9mb.9mw 1d=3cw,1,4p,-4o,4q,1 0:3:1:-6d0 0:6:1:-68a 0=3dm 0:3:1:-6d7 0=3dt 0:a:1:-6d8 0:l:1:-6b2 0=3fk,-24,1,4y,1,4,2,5,4,2,-59,5d,2,-5e,1,2,2,1,4,2 0:5:1:-6dp 0=3ea,4,a,7,5,4l,1 0:3:1:-6ct 0=3gk,1,3,9,1,2,a,3 3=feo,3w,-3n,1qq,-1qp,z,-y,7qf,-7o9,-1s,-o,27c,-e1,-1o6 2o=14.3cw.15,.2.,.1.,.2.,.1.,.1.,.2.,.2.,.1.,.2.,.1.,.1.,.1.,.1.,.ulq.,.wo.,.gc.,.wo.,.gc.,.gc.,.wo.,.wo.,.gc.,.wo.,.gc.,.gc.,.gc.,.gc.,.-2fw.,.-k8.13h7.15,..2ww. 1=14.feo.15,.3w.,.-3n.,.1qq.,.-1mv.,.k9.,.-oa.,.o8.,.-lq.,.ys.,.3wn.,.1ur.,.-tz.,.-zw.,.8fd.,.-ble.,.2x2.,.g5.,.-81.,.3lh.,.-7ch.,.60c.,.560.,.-3t0.,.-7mx.,.-r5.,.13t.,.1d6.,.5fh.,.-7vm.,.c7a.,.-bcj.,.7ix.,.-8d8.,.a1l.,.9.,gtj,1t9,1e3,4co 8=34.38.2t,-1q.-1v,.1,.1,.1,.1,.1,.1,.1,.1,1.-9,.1,.1,.1,.1,.1,3bh,2,1 0:3:1:-6la 0=3d5,2,1 0:5:1:-6l7 0=xz4,wo,gc,wo,gc,gc,wo,wo,gc,wo,gc,gc,gc,gc,-1sw.y5c,-n0.588,-gc 1=feo,3w,-3n,1qq,-1mv,k9,-oa,o8,-lq,ys,3wn,1ur,-tz,-zw,8fd,-ble,2x2,g5,-81,3lh,-7ch,60c,560,-3t0,-7mx,7qc,-wx,-5hg,auu,-chr,g6,514,8il,-ees,i0,53e,-5sp,z,-y,34r,-1yr,-54,1ng,-1d,5fh,-7vm,c7a,-bcj,154,-hk9.1i,.1,.1,.1,1.-9,.1,.1,.1,.1,.1,.1,.1,.1,.1,1.-9,-4.kbc,1.,1.,1.,1.,1.,1.,1.,1.,-8.-kbc.kco,.1.,.1.,1j.1h,-3.b.-k9t,.4,7.-2.-3,9iu,2,2,2,2,1,2,2,2,2,2,2,2,2,2,2,2,3,2,2 0:6:1:-ey 0=9n6,3,3,3 0:5:1:-eo 0=9no,2 0:6:1:-el 0:4:1:-ek 0=fl0.gp8,-5z6.-723.9oc.9mw,.q.-13.-13,.8.5.1,.9.h,2.-1d.8.e,.14.-1e,2.-22.1e,2.g.-1w.24.9mx,.1v.-4.,2.-9.e,.9.13,1.-2g.a,.1x.-13.-1g,.4.13.1g,1..9,.6.-l,2.-1z,.v.u,-1.q.-i.,1.6.-16.,-1.2,..-g.-j.n,..1d.j.-o.9nv,..e.-1l.,3.-4.-f,...5.17,-1.2.-10.-10.-6,.2.1s.15,2.f.-1v,2.-h.h,.h.j,2.-2g.-1a.u,.27.i.h.-d,2.-9.1e.-24,4.9.-1e,..7,5.9.-f,7.-1x,2.1g,-1.8,2.-11,4.-b.f,1.-v.-4,2.2g.-9.1v.-o,..9,-1..14.-8,4.-2i.-1f.-z.z,.d.1e,.4,-1.1k,2.-22.-2.-5.-y,.2.j.5,1.w.-1x.-x.y,-1.12.1o,3.-1m.-1g.2d.,2.e,.e.j,-2.w.-e,2.8.-b,.9.-1,-1..7,4.-2g.1g.-1g,-1.1z.-17,-1.8,2..1,-2.9.y,..8,3.-2g.-1w.11,..1o,.v.-s,.14.-w,.8.8.-6.8,1.-1w.1i.c,.1n,..-t.9.-8,2.-1q,..-8.-9,.28..-8,3..1,..y,2.-2i.8,4.x.-17.,.12,1.-l.1g,.14.-12.,1.-s,.j.-e.-1l.8,3.-1c.,-9mn.cmu,1.,1.,1.,1.,1.,1.,1.,1.,1.,-8.-m89.cmp,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,1.-9.,.1.,.1.,.1.,.1.,1i.1o.-m6w,-4.-f,-3.k,1.-k.h,d.l,1.-j,-c.a,..-1s,..1,5.8,ikq.ja3,1iy.-2o4,-2km.4if,2jr.9k,f0.-2p8.fl3.ebw,-khm.-ipa,-2.,ni.,-nj.,-2.,.1,2.,-6.,-4.-1.-fji,8.2.-b.-nv6,5.3,-2.,ni.,.1,-nj.,-2.,-3.j,3.-i.p,2..,-6..,d..,nc.4,-nj.,-9.,7.,-5.1,8.,ni.,-nj.,-a.,8.,2..-20,-a..,a.-1n,-2.1n.,2..1,-a..,a.-1m,-2.1m.,2.6nc.1s,...-1m,3.-6no,-5.f.-i,2..,-6..,b.-f.3,...6oz.-9kw,.....-9mh,-2.i,-2.,ni.,-nj.,3.3,-2.,ni.,-nj.,-2.,2.,3.1,-2.,ni.,-nj.,-2.,2.,-2.nm,2.,-c.-pn.9.-6p3,1.1v,1.-e,.1,.6nl.-2.1l,.-6na.-1p,1.-d,3.n,1.-o,.f,1.-2,2.-3,.2,.7,1.-7,.1,.1.1l,.9,1.-m,.7.5,.6.,3.-7,.-1m.1.-1l,.1u.,.2,3.,.4,4.-k,-1.6nn.,-l..,-1c.de8,1.,1.,1.,1.,1.,1.,1.,1.,-8.-k39.k1k,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,1.-9.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,1.-9.,.1.,1g.1c.-k1l 2=gws 597=fj0 6f=kf9 cr=g28 2d=i4s 9=lg6 m=loc i=g63 4w=g9v 2t=gdu qo=gj7 2e=h6l 7=g3q 4=h5v 8=h7j 56=ssu 2a=i7h 5p=i67 hm=i1y 31=i3j 5=i57 9=i3h 6w=icw 30=idq 1a=id2, 1c=ib7 o=ij0 7g=io3 2w=isl 2y=iwj 3y=j0y 1q=j3a 2i=j1x 2j=j7y 3w=ixo 19=jbk 1q=jeg jh=jj5 14=jsy 1c=k0p 15=k1c 5e=k5e d=k7f j=k70 2z=k8x 1d=k5j 2=kcd 4=fmi 2o=kjn 1o=km5 2n=kj7 28=klt 13=kj7 y=kf5 7k=kjo o=kwp 1m=ku5 r=kgy 24=kyy 1c=kmf 5=krg 2g=km4 e=kyx 1x=l5z k=l7t 2x=lam 2b=lcn ck=ll0 f=lqd 1=ll1 f=lpx a=lpx 44=lqr,m 2b=lts 3k=lqj, y=lgi 24=llo 3=llo 1d=lwd,9b 1m=ltq 9w=m7j 2x=m9m 94=mr2 6g=n06 59=n4z 2b=itv a2=i7x 1o=nj3 ae=idq 7s=ny4 1=nz6 3k=o34 9=o4y i=u2c 8=o5e o=o6b ak=okg as=ooo w=or0 c=oup 3m=nik p=oun 17=ow4,-3z h=ot5 f=ot6 df=pcx k=om3 ap=ff2 2=k4n d=u94 a9=py0 3j=q0h x=fev 6u=q6j 3w=qej u=qb9 d=ptk c=qem r=pt2 bf=qml 57=qxn m6=rd5 l=rjm 58=rpm 4j=u2k l=rtn fy=s82 7j=sit 1b=se2, 2b=slq 1i=smv ek=sz1 3u=t66 37=sw4 j=sw4 e=t0z bb=tk2 5n=tqn 1c=gjw 32=tu2 4=v5g 1=v5g 1=tw2 a=tw9 5v=u24 1q=u39 dn=udh 3h=ul4 9s=ut1 ax=v4f i=v0u 4l=hgp 13=vc6 e=vcp e=vd0 d=vde 3c=k21,5 1t=o9o e=fi8 1b7:n:2:1 j:e:2:1 1=ui,2 3o:7:2:1 3:v:2:1 1=x2n 8=x2y 1=x30 1=5tl 0:5:2:1 4=x3g 1=h1 2=x3l 1=x3n 3:a:2:1 1=h2,-a,5,b,-2 1=im,-n,m,xbq 0:8:2:1 1=x3o,-wlu,5cc,ray 1=x56 6=x5d 5=x5j 1=x5l p=2r,3,b,x39 2=87,18 o2=x0n,sw,-xcc,xd3 9=i5 8t2*1kw 4xs=rpk,-7dg,7va,-ea,-5x3,-6fz,14j,-12d,,24x,b5s,-bwq,qp,1pq,41f,1ss,1bu,aj,8u,1hz,-7pu,pq,qm,lh,38f,2lp,1on,-ewf,z7,4nj,1ef,3yq,4q9,-csu,3ob,4bm,pj,-7mj,64v,18n,-85x,1n1,18z,13m,5w2,-86h,-4a6,87,3ja,173,1fh,yf,1sq,it,qe,1hv,1tv,u5,i3,-7e6,6r,uq,16g,30b,29n,-3vt,-9vb,17p,5ss,ta,-2sc,19k,3y0,20l,-c9r,p6,2pd,qv,8l,2sg,7c,4r8,-dbt,915,-980,-f,7yo,pu,183,3no,-25x,-81d,1bi,6m9,-c05,2pa,tn,3ud,dl,-6s9,7hg,-858,356,-3h8,62n,-1gc,4oi,-867,wr,61v,2mg,19d,-640,73q,-6y0,-1vu,6av,-66d,3id,-7nb,jf,5lf,-117,412,13c,1nn,1dp,-cey,99,10x,12x,1cp,20p,1t8,5mr,xp,tp,1j,-f1v,3zf,xd,73f,-9ny,m4,34,ii,22x,fa,n4,11d,tm,hn,2wn,-20o,27p,mf,-cvn,3w,ey,5jf,4qi,dk,-8o1,8c,p2,1mb,39s,-1qh,-781,1lh,z2,cz,gy,3va,53,27l,4s,3ji,xu,k,7i,-ebx,88h,4u0,zo,-amv,-3mj,gk,26s,29,1ui,ro,1n5,vo,2wq,29s,-49s,-40k,9eu,-dd1,44y,3c,11q,9n,12l,9c,lu,x1,5e6,-e0h,3b5,abu,-dvx,2jy,3bl,6kg,-9en,c9,1cj,29c,6wv,-di5,di,1na,1wu,8r,9m,u5,1ep,d8,1w7,1ue,i,1rf,106,-dcz,5ff,-599,5v7,js,3fm,3ah,14k,g8,-avc,184,3z1,-1el,2d,aa,-1xu,-fb,5a7,-byw,ad2,-9oc,-1f,2hr,tp,54z,-6kx,3h5,-19m,807,-1db,2rl,-2iq,-8fs,-2oj,w0 2=hga,xg,1uu 2=g66,6ks,ps,he,y,7,16,5vr,-594,lb 1=qhe 1=rg8 2=shk,5h 3=u7j,d,18,wc,-2jq,161,-e15,8p,2u,ak,r,31,gc,2x,2q,d4,2w,qk,a,ti,5w,12,2s,nx,43,4v,dw,z6,4j,7c,gc,59,dz,vj,4t,b,-1,8,6,7,1c,1,4y,1t,8v,fo,l,1k,8h,43,dk,3w,,da,xl,3q,a3,1k,be,1h,j2,3m,1bf,7w,1o,-b0m,2nax,-2c3q 2=ffq,pb,-25,-dk,cl,1n,93,1f,ir,-20,1w,21,hk,2h,41,g,7i,5i,q2,7,40,1w,8b,3a,-1y,3q,-1a,42,1u,b4,2g,1i,78,7y,4j,4,1n,tf,1t,av,be,-g,2f,70,9c,189,-12q,3e,3f,93,45,1h,6a,2,4r,h,p,2e,-a,b0,dh,7j,57,68,49,96,5j,nh,4d,p6,co,1x,g,89,1l,-19,1i,-3,-h,24,29,am,fk,8q,87,65,sm,2v,37,3p,10,c,1c,k7,-f4i,2ll6,-6,2a9,-2rlk,vv,x,2wpc,22v,6pv,-2mq8,23 12=2u.2u,.3,.3,.-6.2x,..3,d.e,. c=12s.12u,.-h,.6,a.b,-a.-9 5=15l.14k 1=16a.14n,-g,-i,3,1 0:3:1:-1cg9 0=160,2,-14v,14u.14x,.1,.-6.14x,..1,-p.-5,.1,.4,1.,1.,1.,1.,1.,1. 1=15k.14s,1.,1.,1.,1. 1=15q.14s 1=15s.14s,1. 1=15v.14s,1. 1=15y.14s,1.,1.,1.,1.,-l.-3,-4.6,a.,9.,-k.t,4h,,a,,,,3,,,,2,,,,-6,,,,5,,,,-6,,,,17,,,,2,,,,-y,,,,-1,,,,3,,,,1,,,,6,,-1,,2,,-6,,g,,-7,,o,,,,6,,,,4,,,,-2,,,,9,,1,,,,5,,1,,,,-3,,,,k,,1, x=1bh,,,,q,,-1,,2,,-1.19w,4,,-6,,4,,7,,,,-3r,,-z.-25,.,.4u,.,.-3x,.,.3j,.,.-1,.,.2,.,.8,.,.,.-3r,.,.,4m,,,,-4m.-t,.1,.o,.4,.1,2.-u,.1,.1,.n,.4,.1,2.-u,.1,.1,.n,.4,.1,1.-u,.p,.4,.1,1.-t,.o,1.-p,.p,1.-p,.1,.o,5.-p,.1,.1,.n,2.-o,.o,1.-p,.1,.1,.n,1.-o,.o,1.,1.-p,.p,1.-p,.p,7.-p,.1,.1,.n,.4,.1,1.-t,.o,.4,.1,1.-z,.5,.1,.1,.m,.1,.4,.1,1.-u,.1,.1,.n,.4,.1,1.-u,.1,.1,.n,.4,.1,1.-u,.1,.1,.n,.4,.1,1.-u,.p,.4,.1,3.-u,.1,.1,.n,.4,.1,-q.12,1.,o.,-17t.-10.18x,.1.,.1.,.1.,.1.,.1.v,16u.-w,.1,.j,.1,.3,.1,2.-p,.1,.j,.1,.3,.1,2.-p,.1,.j,.1,.3,.1,1.-p,.1,.j,.1,.3,.1,m.-1,.1,1.-1,.1,1.-z,.t,.1,.4,.1,1.-5,.4,.1,1.-z,.u,1.-k,.1,.j,.1,.3,.1,3.12,1.-1r,.1,.j,.1,.3,.1,-10.-u,.1,.1,.n,.2,2.-r,.1,.1,.n,.2,2.-r,.1,.1,.n,.2,1.-2,1.-o,.o,1.-p,.p,1.-p,.p,5.-p,.1,.1,.n,2.-o,.1,.n,1.-p,.1,.1,.n,1.-o,1.o,1.-p,.p,1.-p,.p,7.-p,.1,.1,.n,1.-o,.o,1.-p,.1,.1,.m,.1,1.-p,.1,.1,.n,.2,1.-r,.1,.1,.n,1.-p,.1,.1,.n,.2,1.-r,.p,.17,3.-1w,.1,.1,.n,.2,-10.-2,.2,2.-2,.2,2.-2,.2,1.-2,.2,8.-2,.2,1.-2,.2,f.-3,.1,1.,2.,.2,4.-2,.2,-a.7.-v,.1.,.1.,-9.-7,.1,2.-1,.1,1.-1,.1,-7.-1,.1,1.-1,.1,-7.-1,.1,-1.-1,.1,2.-1,.1,7.-1,.1,1.-1,.1,-2.-u,.1,.1,.n,.-k,-1.,2.,1.,1.o,.1,2.-1,.1,1.-1,.1,-7.-1,.1,1.-1,.1,-7.-1,.1,-1.-1,.1,2.-1,.1,7.-1,.1,1.-1,.1,-2.-u,.1,.1,.n,.-k,-1.,2.,1.,-2.-5,.1,.1,.n,-1.2,1.,3.-2,-4.-p,.1,.1,1.-2,.1,.1,3.n,1.,-h.6,. i=17u.17w.18l,.1.-p,..,..p,.1.,.n.-p,..1,..1,2..-1,..,1..t,..-1,6.-o.-t,.-1.1,..s,.p.-s,..,..-1,..p,..,2.-o.-o,..,.o.o,-1.-o.,..,.-1.5,.p.-s,..,..n,..,2.-o.4,.1.-4,..,1.n.-o,..,..o,..5,2.-p.-5,.p.,..,..4,1..-4,..5,..-1,7.-n.-4,..,1.n.-o,..o,2.-o.,..5,..-1,.-1.-t,..,.2.p,..,.n.-o,..,1.-o.-1,..p,..5,.-1.-t,..o,.2.-p,..p 2=18l.17w.17y,2.p.-2,..p,-1.-o.,..4,.-1.-4,..,..4,.p.1,..-1,4..-4,..,-y.-n.5,2.-2.,..-1,.2.1,..-1,.n.1,..-1,2..1,.-o.-1,.o.,7.-n.,2.-1.1,-1..,2..,e.-1.,.p.,6.-o.,.-1.,.p.,-5..,-3..,4.-o.,-4.o.-t,2.-o.o,-b.o.5,a..,3.-p.-t,-1.2.t,-1.-2.-5,-1.p.,1.-p.,2..-o,-q.1.t,1.-1.,o..,-4.p.,-p.-o.,r.o.-5,-a.-p.,-4.p.,-2.-n.5,j.-2. 14=185.18k.1ci,d..,-r..-3y.18n,.-1.-s.-m,u.-m.t.-2,-g.n.-c.m,-4.-h.f.-1,8.h.2.3,f.-h.-6.-2,-j.h.5,...-17p.17r.18k.18k.18n.w.189.18k.18q.18n.w.18o.183.18k.18l,-9..-17t.170.t.-t..,5.3s.16v.o 3*g 0=18,9g5,1,-9fs,1,-q,u,9g7,1,-9gp.1a.1a m=1a.1a,6au,-1,-69g,,-1j,1,2a,2,9ef,1,-5,1,-7,1,-3,1 0:4:1:-14qd 2=2j,2,-1p.lh,.,.,.,1r,,,-1f,9g5,-9g3 1=1n,-1,5,-u,6b7,-6b0,1,2a,2,9ef,1,-9gy,3,4,1,2,f,2,-1 1=2k,-1k,1,r 4=w.18r,17k.,-17k.1 1=w.18t 1=w.18u,17k.,-17k.1,17k.,-17k.1,17k.,-17k.1,17k.,-17k.1,17k.,-v,1,,1,,1,,1,,1,,,,1,,1,,,,1,,1,,,,1,,,,1,,,,1,,,,1,,,,1,,1,,1,,1,,1,,,,1,,,,1,,,,1,,,,1,,,,1,,,,1,,,,1,,,,7,,,,1,,,,1,,,,1,,,,1,,,,1,,,,1,,,,1,,1,,1,,,,-6.-1c,.,.1,.,.2,.,.2,. 2*1 1:w:1:-1ecg 0:q:1:-1ebk 0:10:1:-1ecg 0=879,1,1a4,a,1,-c,6y,-9,-29,2,2,2,2,1m,2,2,-10,1l,-2i,2,2,2,2,1,2,2,2,2,2,2,2,2,2,2,2,3,2,2 0:6:1:-14u3 0=9n6,3,3,3 0:5:1:-14tt 0=9no,2 0:6:1:-14tq 0=9nz,4,-2i,1,-662,-2o,1,4p,-4o,4q,1 0:3:1:-1b50 0:6:1:-1b0a 0=3dm 0:3:1:-1b57 0=3dt 0:a:1:-1b58 3:6:1:-1b35 2:6:1:-1b37 2:6:1:-1b39 2:3:1:-1b3b 3=4i,1,9,-3w.lg,3q,-1,6bo 1=7b6 0:4:1:-17x5 0=7fk,17 sx:14:1:14 3s:10:1:14 4c:b:1:13 1:f:1:13 1:7:1:13 1=1fp7,1 dn=k0,1,-dn,c3,-1y 1=ir,xc3,-xc1,-1,-26,1,5dm,-5dl,6,23,-1x,-2,-2,1n,-ac,ad,-1h,t,12,1,-1r,2m54,-1piu,-wm8,2m53,-2m47,2m48,-2mfi,am,1,-ee,eh,2m4u,-2m4r,1,2,14,-2,xc1,-xc0,-v,8a1 1=i7,i,1,-a 0:3:1:-1fqu 0=2mmi,k xx:1f:1:1s 2ct:w:1:w gw0:w:1:w jjy=2jx3.2jxh,1.,..2jxq,..1,..1,..1,..1 2e=2jzt.2jxh,1.,-1..2jxq,1..,-1..1,1.. fz:q:1:-2kdb 0:q:1:-2ke1 0:q:1:-2ker 0:7:1:-2kfh 1:i:1:-2kfh 0:q:1:-2kg7 0:q:1:-2kgx 0=2p 1=2r,1 2=2v 2=2y,1 2:4:1:-2khn 1:8:1:-2khn 0:4:1:-2kid 1=2u 1:7:1:-2kid 1:b:1:-2kid 0:q:1:-2kj3 0:q:1:-2kjt 0=2p,1 1:4:1:-2kkj 2:8:1:-2kkj 1:7:1:-2kkj 1:q:1:-2kl9 0=2p,1 1:4:1:-2klz 1:5:1:-2klz 1=33 3:7:1:-2klz 1:q:1:-2kmp 0:q:1:-2knf 0:q:1:-2ko5 0:q:1:-2kov 0:q:1:-2kpl 0:q:1:-2kqb 0:q:1:-2kr1 0:q:1:-2krr 0:q:1:-2ksh 0:q:1:-2kt7 0:q:1:-2ktx 0:q:1:-2kun 0:q:1:-2kvd 0=8h,7a 2:h:1:-2k8n 0=qg 0:7:1:-2k8n 0=6pz 0:p:1:-2k9d 0=6pu,-5zh,3,2,c,-5,-1 0:h:1:-2ka9 0=qg 0:7:1:-2ka9 0=6pz 0:p:1:-2kaz 0=6pu,-5zh,3,2,c,-5,-1 0:h:1:-2kbv 0=qg 0:7:1:-2kbv 0=6pz 0:p:1:-2kcl 0=6pu,-5zh,3,2,c,-5,-1 0:h:1:-2kdh 0=qg 0:7:1:-2kdh 0=6pz 0:p:1:-2ke7 0=6pu,-5zh,3,2,c,-5,-1 0:h:1:-2kf3 0=qg 0:7:1:-2kf3 0=6pz 0:p:1:-2kft 0=6pu,-5zh,3,2,c,-5,-1,t, 2:a:1:-2l5q 0:a:1:-2l60 0:a:1:-2l6a 0:a:1:-2l6k 0:a:1:-2l6u 3cw:y:1:y ym=17r,1,4,3 1=18o,-m,-5,a,j 0:4:1:-2ocn 0=183,6,8,-c,d,-h,3,-a,1,3,2,6,2,2,1g,24,-p,-1e 1=17s,4 1=18n 2=17x 1=18q 0:4:1:-2odj 0=183,6,8,-c,d 1=184,-a,1,3 1=186 1=18a 6=17w 4=17x 1=18q 1=18k 1=18m,-j,6 1=185,d 1=184 2=17y 1=186 1=18a 1=1bu 1=19r 1=17s,4 1=18n 2=17x,a,j,-7 1=18l,1,-j,6,8,-c,d 1=184,-a,1,3 1=186,2,2,1g 1=1b5 1=17r,1,4,3,o,1,-m,-5,a,j 1:3:1:-2og7 0=183,6,8,-c,d,-h,3,-a,1,3,2,6,2,2 5=17s,4,3 1=18o,-m,-5,a,j 1:3:1:-2oh3 0=183,6,8,-c,d,-h,3,-a,1,3,2,6,2,2 g4=1c.1a,.-2,1.,1.,1.,1.,1.,1.,1.,1.,1. 5=14.2p.15,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,.1.,9gs.-7.9gs,-9f5,f,-f.-f,k.m 1:q:1:-2q4v 0=2w.3a,5.,6.-i,.f,-3.-3.3a,7.-d q=31.2r,.1,.e z=2s.2y 33=9kr.9jf,1k.2w,2 d=jez,-1dg,-1hn,-6x1,5vp,232,9mx,-9mi,-22t,4n0,269,-2a0,-3t8,2m7,-2rj,3z7,-3v7,8it,-1lv,4ne,-a7t,-xj,5az,-2gv,5c,-47p,9,d35,-9yc,-33t,152,2z8,8dl,-8il,4ku,6x,-7le,588,-1h3,-1,2sr,-6v5,n8,brr 4=9hw.kdo.9hx,.-4yr.,.3n.,.2kd.,.46o.,.-2ue.,.41w.,.-73u.,.3ne. 7=ivr,-2aw 1we:a:1:-2sao 339=gkx n=gll 1ad=h7j 73w=kzv 129x=fgd,-5,9,2dwh,-2doi,26,d,1z,3c,v,26,-o,-5kh,2jz0,-2eb1,7,g,j,2e1x,-2jqb,5ny,12,2e2m,-2e2c,d,-k8,kg,9,35t6,-35re,e,-5r8,5ss,b,18,5,-5sy,5v6,2,r,m,b,1,h,1e,8,9,p,a,2,,,2enh,-28xo,-5nq,l,2etg,-2et4,6,l,48,-2u,g,w,1m,2c,q,1v,g,x,,l,i,8,f,9g,-7k,7l,-5i,z,-vh,1d3,-80,12,p,-3m,4n,-1,3f,2fqw,-2foy,5,f,k,8,1s,2fye,1u,-2fwe,1b,c,-27,3y,-708,e,74c,1i,,2g7e,-2g3p,l,f,c,2gbp,-2gbd,7,nh,-mp,-78h,7a7,e,2a,-1f,2grb,-2gm9,2gmb,-2gl4,-3,h,2t,1,-7g3,7gu,17,l,18,-7if,2om9,-2olj,7jo,3,3,k,36q0,-36ok,2hbn,,-2aeo,-6vz,,-7kr,2rxt,9b6,-2tmg,9,-7m0,7nb,1f,a,y,3s,-7rb,-u,7so,2hq8,-2hot,3l,4,2,-2,1a,k,10,-e,b,1b,k,4,q,b,1u,2c,z,3g,2i0s,-2i1b,-1t,30,r,2p,2i31,-2i1b,-2l,-s,-86z,8cb,l,v,-12,-8az,8gz,t,2ila,-2ihz,7p,-4t,-8j6,8l4,-8ll,-10,4ha,3,48b,-2s,55d,-c0k,6ym,4,6,1p,-b,2iy8,-2rne,8tt,-39,5o,1g,2iug,-2iu7,-33,6t,-8zb,90l,2p,1z,5a,2iuz,-2itk,-98j,9ah,2j5y,-2j4j,-9ae,9b8,19,r,1,2jf6,-5tu,5wv,-2je4,2jqm,-2jnh,e,-2u,4v,14,1l,-1i,14,f,d,2jkp,-2jmy,6z,1r,-9q3,9so,-4,2jnu,-2jtk,ad,2jn4,1c,-2jm0,37,-r,-3,-9z9,a0k,1f,-6,1i,27w8,-27s0,2jvi,-2jt3,2k27,-2jyb,d,r,2ke0,-2kco,l,2kkg,67,-2kka,h,-afz,agp,-agd,,akv,l,l,k,1x,-alr,ao9,2l1u,-2l14,2l3o,-2l2a,2ckv,-2cgf,2ljl,n,3w,-2wco,c,auk,2lmn,-1,13,q,-2ln8,,,17,-avl,axe,-ax1,28,2wzr,-2lzj,1q,1s,-b1l,2xc3,-2m6o,2m9w,17,-2m9i,2k,-b7g,b9t,a,5,2mnh,8b,,-2mrd,-b8s,2y7d,-2msl,3,-bdu,2yc9,-2mr2,-bhu,big,-5,t,2nba,-2n8j,-bj6,bly,1n,1v,-bo1,2z90,v,-2z8u,2zcw,-2nhb,2nk4,-2njd,2t,b,2nrp,21,-2nr7,2nuw,-2nuv,2dxa,-2pvu,c0t,29,-c1k,c37,-7m1,2voy,e,-aaq,9,-2dnf,3,2oq,-eur,c9y,-6,i,-9gq,9ha,2,a,15,2ogm,-2ogn,1k,1y,22,-3u,4a,16,34,-78,3b,2,g,2ogq,8l,-46,-30yy,cli,2,z,2ppw,-2pnq,2oqw,-31e7,4,31hs,81,-31pj,cth,c,b,2,1s,-x,3q,-18,47,-29,1v,r,-cz3,d1m,w,-d1k,d47,3,2pl0,-2phs,7,-d61,d6t,-gn3,36k3,54,-3354,9,deh,25,4d,5n,2q1f,-2pz1,m,2i,2k,2qbc,-njf,-22pl,-f,1g,22um,-22oa,2s,2ra2,r,-2r15,2l,w,2r6l,-2r6b,7x,4f,1,-2k,al,s,2rj9,-2r8v,-f06,f1e,2ri8,-36hd,f6l,-b9t,bch,2rz6,5x,-37ak,8,fai,2sdm,-37mg,37qc,-2sgb,,u,2snh,-2sic,-fcf,fee,3i,r,1o,-fg0,38te,-2t5q,8e,59,-fu7,v,fwa,2tt3,-39p2,39ql,7d,3n,-2tw6,-g2t,g4j,5,7,a,7,11,2uh1 fheq*35s
lc=2p.3j,4.3n,4.3n,5.az,1.3n,6.3o,2.5xm,2.60q,2x.5vp,8.5w7,a.5wf,8.68,7.5v2,g.5qa,1m.5qc,2c.5rw,f.5rv,e9.5hb,4.5h9,2.5h9,2.5h9,6.5h5,6.5h1,4.5gz,1.5jc,1.5jr,2y.r,3.11,5ag.2,1.2,f.2,1.2,f.2,1.2,f.2,1.2,f.2,1.2,f.2,1.2,f.2,1.2 ld=2p.3k,2.4k,2.3o,2.b2,2.3o,2.5vq,1.5q,1.5w2,1.5y,1.3o,1.5wl,2.6b,1.6g,2.3p,2.5xo,2.3o,1.74,2w.5vn,3.7q,1.7r,1.5r6,3.5w5,5.5s0,5.5wd,1.5so,3.7b,4.64,7.5v0,g.5qc,1m.5qe,s.5qo,1k.5ru,f.5rt,e9.-5,4.-8,2.-9,2.-a,6.d,6.8,4.5,1.-1m,1.-r,2w.w,7.y,5ae.4,1.4,f.4,1.4,f.4,1.4,f.4,1.4,f.4,1.4,f.4,1.4,f.4,1.4 le=2p.3l,2.4m,2.3p,2.52,1.59,1.3p,1.5n,5.3p,4.6i,2.3q,2.72,2.72,1.5xz,5yf.c,o.e,k.c lf=2p.3m,4.5zs,4.5c,5.3n,1.3q,6.6s,1.5xj,3.60w,2x.5vt,8.5wb,a.5wj,f.5v6,4e.5s0,f.5rz lg=2p.4g,4.4u,2.5ve,2.5e,6.66,6.6u,4.ca,2z.6z,2.71,f.8o,1.8l,6.62,6n.2,1o.-1y,8.2,aq.5j4,8.5js,c.5jw,37.4r,b.4s,54k.2,10.2 li=2p.4i,4.4w,2.54,2.5g,6.68,6.6w,c4.5is,aw.5j3,8.5jr,c.5jv,2z.4h,5.4i,1.3w,2.1,b.r,57i.m lj=2p.cm,1.5up,1.4o,1.5uv,1.4y,1.5vd,1.56,1.5vf,5.5w4,1.5w7,1.cg,1.5wn,2.5wn,1.5wu,1.5x3,3.5xs,1.5xv,1.5xy,1.76,69.5qi,6.5qe,5qa.6 lk=2p.3n,4.3q,3.5vj,1.3q,6.3r,5.5yb,1.3r,2.5xq,1.5xx,1.3q,3g.5sq,3a.5qo,ge.h,c.6,2z.4j,5.s,1.4n,1.4o,1.4t,6.4p,5.4u,4.4u,4.4u,2.4g,9.1,3n.2,g.2 ll=2p.5z6,4.5zq,4.600,6.600,6.60i,4.60u,2x.5vr,8.5w9,a.5wh,f.5v4,4e.5ry,f.5rx lm=2p.3o,k.6y,2.5y9,2.5y8 ln=33.6a,6.70,r2.4w lo=2p.a5,2.4q,1.4r,1.52,2.ao,1.c7,1.9z,1.au,1.am,1.5u,2.62,1.9v,3.6f,1.6m,1.6p,1.9r,5.78,3m.66,ba.-4j lr=2p.bk,4.bk,4.bk,6.bi,3.bj,3.bk,sg.2 lt=2p.bm,4.bm,4.bm,6.bk,3.bl,3.bm lv=q9.5e7,4.5ej,2.5ex,2.5fb,6.5fl,2.5k3,4.5fv,4.5g7 lw=q9.5e8,4.5ek,2.5ey,2.5fc,6.5fm,2.5k4,4.5fw,4.5g8 m3=33.8i,6.8r mb=2p.5z4,1.5ur,2.5ux,1.5zo,3.5vh,1.602,2.5vs,1.5vv,1.5w6,1.5w9,1.5zy,3.5wp,1.5ww,1.5x5,1.60g,1.5xl,1.5xu,2.60s,1.5y1,87.5s2,f.5s1 mc=39.5xa md=2p.5uo me=37.bq,1.br mf=2r.3o,1.5v1,1.ck,2.58,1.5vl,3.5o,1.5s,2.60,4.6d,1.6k,1.6n mg=2p.4k,4.50,4.5i,6.ak,6.72 ml=2s.5v3,1.5v8,7.5w1,2.5wd,6.5x9,1.5xe mm=2w.5vn mo=2t.5va,4.5vo,c.5xc mp=2q.5ut,2.5uz,4.5ym,3.5vu,1.5vz,2.5wb,4.5wt,2.5x7,6.5y3 mw=1o.6r6,1.6qr,1.6r5,6ky.a,2.9,2.q,1o.-3,2.-3,2.-6,1b.1,5.1,3.1,o.1,2.1,n.5,7.1,2.2,3.1,5.w,k.1,3.c,1.c,d.2,1.2,3.2,1.2,3.6,1.6,1.2s,1.2s,5.2,1.2,3.2,1.2,a.29,1.29,g.a,6.5,1.5,2.4,7.1k,1.1k,1.1k,1.1k n6=q9.5j9,6.5jj,2.5jx,c.5k1,4.5kd,1.5jh,1.5jw,5dh.6,1.6,v.6,1.6,f.6,1.6,v.6,1.6,f.6,1.6 n9=q4.5jc,2.5jq,3.5j6,6.5jg,i.5ka,5.5k6,5de.3k,1.3k,1.3k,1.3k,1.3k,1.3k,1.3k,1.3k,p.34,1.34,1.34,1.34,1.34,1.34,1.34,1.34,1l.1s,1.1s,1.1s,1.1s,1.1s,1.1s,1.1s,1.1s,9.1u,4.26,8.3a,1m.1,g.1,1c.1 18z=17r.-5 190=17r.-4,x.-10,2.-10,3b.1,h.1,3.-l 191=17r.-2 1to=1t4.1,8.1,3.1 1xa=1xj.4 1xz=1xj.5 27y=287.4 28m=287.1 28n=287.5 2bi=2bq.4,1.4 2c7=2aa.2,1g.6 2fq=2fa.2 2iq=2iu.4 2j9=2in.1,7.1,4.1 2ja=2iu.2 2m6=2me.4,1.4 2mv=2me.6 2q2=2qh.1,3.1 2q7=2qh.3 2qn=2qh.5 372=36t.1 5dh=5c5.1,2.1,2.1,2.1,2.1,4.1,15.1,2.1,2.2,1.2,3.1 9ll=9ja.26,5.1,2.1,2.1,2.1,2.1,2.1,2.1,2.1,2.1,2.1,2.1,2.1,3.1,2.1,2.1,7.1,3.1,3.1,3.1,3.1,y.1,9.26,5.1,2.1,2.1,2.1,2.1,2.1,2.1,2.1,2.1,2.1,2.1,2.1,3.1,2.1,2.1,7.1,3.1,3.1,3.1,3.1,k.8,1.8,1.8,1.8,b.1 9lm=9kf.2,3.2,3.2,3.2,3.2,2c.2,3.2,3.2,3.2,3.2 1hve=1huh.1,2.1,a.6 1hyf=1hyp.-3,1.-3 1ida=1idj.4 1idz=1idj.5 1ink=1int.3 1inu=1int.2 1inx=1int.5 1iun=1iuw.2,1.2 1jjk=1jjp.3
`;
// end of the folding table

const BASE = 36;
const SURROGATE = /[\ud800-\udfff]/;
const [, breakLine, characterLine, pairLine] = TABLE.split("\n");
const TO = readCharacters(characterLine.split(" "));
const PAIRS = readPairs(pairLine.split(" "));
const MARKS = new Set([...PAIRS.keys()].map((pair) => [...pair][1]));

export const WHITE = " \n\t";
export const BREAKS = new Set(WHITE + breakLine);

const codes = (test) => [...TO].filter(([, to]) => test(to)).map(([character]) => character);
const inBasic = (characters) => characters.filter((character) => character.length === 1);
const classOf = (characters) => [...characters].map((one) => `\\u{${one.codePointAt(0).toString(16)}}`).join("");
const basicClass = (characters) => classOf(inBasic(characters)).replace(/\{(\w+)\}/g, (_, hex) => hex.padStart(4, "0"));

const CHANGED = new RegExp(`[${basicClass(codes((to) => to.length === 1))}]`, "g");
// What does not fold to just one unit, or may unite with the one before; all beyond the basic plane too.
const UNEVEN = new RegExp(
  `[${basicClass(codes((to) => to.length !== 1 || MARKS.has(to)).concat(...MARKS))}\\ud800-\\udfff]`,
);
const RUN = new RegExp(`[^${classOf(BREAKS)}]+`, "gu");
const BREAK = new RegExp(`[${classOf(breakLine)}]`, "gu");

// Tokens: GAP*COUNT nothing, GAP:COUNT:STEP:DELTA a run, GAP=A,B.C a list.
function readCharacters(tokens) {
  const to = new Map();
  let code = 0;
  const put = (at, text) => to.set(String.fromCodePoint(at), text);
  for (const token of tokens) {
    const [head, sign, rest] = token.split(/([=*:])(.*)/);
    code += parseInt(head, BASE);
    if (sign === "=") {
      for (const target of readTargets(rest)) put(code++, target);
    } else if (sign === "*") {
      for (let left = parseInt(rest, BASE); left > 0; left--) put(code++, "");
    } else {
      const [count, step, delta] = rest.split(":").map((part) => parseInt(part, BASE));
      for (let place = 0; place < count; place++) put(code + place * step, String.fromCodePoint(code + place * step + delta));
      code += (count - 1) * step + 1;
    }
  }
  return to;
}

// Each character by its distance from the one at its place in the text before.
function readTargets(listed) {
  const before = [];
  return listed.split(",").map((item) => {
    const codes = item.split(".").map((move, place) => (parseInt(move, BASE) || 0) + (before[place] ?? 0));
    codes.forEach((one, place) => (before[place] = one));
    return String.fromCodePoint(...codes);
  });
}

// Tokens: MARK=GAP.DELTA,… with gaps between the characters before the mark, each to its composite.
function readPairs(tokens) {
  const pairs = new Map();
  for (const token of tokens) {
    const [mark, listed] = token.split("=");
    let code = 0;
    for (const item of listed.split(",")) {
      const [gap, delta] = item.split(".").map((part) => parseInt(part, BASE));
      code += gap;
      pairs.set(String.fromCodePoint(code, parseInt(mark, BASE)), String.fromCodePoint(code + delta));
    }
  }
  return pairs;
}

/** Count code points. */
export function lengthOf(text) {
  return SURROGATE.test(text) ? [...text].length : text.length;
}

/** Fold a text: `{text, places}`; `places` (of each unit, then the length) is null where every place stays the same. */
export function fold(text) {
  if (!UNEVEN.test(text)) return { text: text.replace(CHANGED, (one) => TO.get(one)), places: null };
  const parts = [];
  const places = [];
  let place = 0;
  for (const character of text) {
    for (const folded of TO.get(character) ?? character) add(folded, place, parts, places);
    place++;
  }
  places.push(place);
  return { text: parts.join(""), places };
}

export const foldWord = (text) => fold(text).text;

function add(character, place, parts, places) {
  const composed = MARKS.has(character) && parts.length ? PAIRS.get(parts.at(-1) + character) : undefined;
  if (composed) {
    parts[parts.length - 1] = composed;
    return;
  }
  parts.push(character);
  for (let unit = 0; unit < character.length; unit++) places.push(place);
}

function spanOf(folded, start, end) {
  const { places } = folded;
  return places ? [places[start], Math.max(places[end], places[end - 1] + 1)] : [start, end];
}

/** The terms that every text with a folded word has: pairs of neighbours, and single characters no pair tells of. */
export function wordTerms(word) {
  const terms = new Set();
  for (const run of word.match(RUN) ?? []) {
    const characters = [...run];
    if (characters.length === 1) terms.add(run);
    for (let place = 1; place < characters.length; place++) terms.add(characters[place - 1] + characters[place]);
  }
  for (const mark of word.match(BREAK) ?? []) terms.add(mark);
  return [...terms];
}

/** Say whether the texts with a word's terms are just those with the word. */
export function isToldByTerms(word) {
  const terms = wordTerms(word);
  return terms.length === 1 && terms[0] === word;
}

const SPACES = classOf([...WHITE, ...codes((to) => to === " ")]);
const QUOTES = '"”“＂';
const MINUSES = "\\-－\\u2212";
const BARS = "|｜";
const TOKEN = new RegExp(
  `(?<bar>[${BARS}])|[${MINUSES}](?=[${BARS}${SPACES}]|$)` +
    `|(?<minus>[${MINUSES}])?(?:[${QUOTES}](?<quoted>[^${QUOTES}]*)(?:[${QUOTES}]|$)` +
    `|(?<plain>[^${BARS}${QUOTES}${SPACES}]+))`,
  "gu",
);

/** Read a query: `{groups: [{words: [{text, exact}], negative}]}`; whatever is typed means something. */
export function parse(text) {
  const groups = [];
  let joins = false;
  for (const { groups: token } of text.matchAll(TOKEN)) {
    if (token.bar) {
      joins = groups.length > 0;
      continue;
    }
    const exact = token.quoted !== undefined;
    const minus = token.minus ?? "";
    const word = { text: foldWord(exact ? token.quoted : (joins ? minus : "") + (token.plain ?? "")), exact };
    if (!word.text) continue;
    if (joins) addWord(groups.at(-1).words, word);
    else groups.push({ words: [word], negative: minus !== "" });
    joins = false;
  }
  return { groups };
}

function addWord(words, word) {
  if (!words.some((one) => one.text === word.text && one.exact === word.exact)) words.push(word);
}

/** Return the same query, each word as if it stood in quotes. */
export function exactly(query) {
  const groups = query.groups.map(({ words, negative }) => {
    const exact = [];
    for (const word of words) addWord(exact, { text: word.text, exact: true });
    return { words: exact, negative };
  });
  return { groups };
}

export const positive = (query) => query.groups.filter((group) => !group.negative);
export const negative = (query) => query.groups.filter((group) => group.negative);
export const isEmpty = (query) => positive(query).length === 0;

/** Say whether a word stands in a folded text (a string). */
export function stands(word, text) {
  return text.includes(word.text) && (!word.apart || occurrences(word, text).length > 0);
}

const anyStands = (group, text) => group.words.some((word) => stands(word, text));

/** Say whether a folded text (a string) matches; nothing matches a query that asks for nothing. */
export function matches(query, text) {
  const asked = positive(query);
  return asked.length > 0 && asked.every((group) => anyStands(group, text)) && !negative(query).some((group) => anyStands(group, text));
}

/** Return the hit of a query in a folded text: `{spans, counts}`, places in the original, or null. */
export function find(query, folded) {
  const asked = positive(query);
  if (!asked.length || negative(query).some((group) => anyStands(group, folded.text))) return null;
  const found = asked.map((group) => group.words.flatMap((word) => occurrences(word, folded.text)));
  if (!found.every((places) => places.length)) return null;
  const spans = found.flat().map(([start, end]) => spanOf(folded, start, end)).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const once = spans.filter((span, place) => !place || span[0] !== spans[place - 1][0] || span[1] !== spans[place - 1][1]);
  return { spans: once, counts: found.map((places) => places.length) };
}

function occurrences(word, text) {
  const places = [];
  for (let start = text.indexOf(word.text); start >= 0; ) {
    const end = start + word.text.length;
    const isWhole = !word.apart || !(continues(text, start) || continues(text, end));
    if (isWhole) places.push([start, end]);
    start = text.indexOf(word.text, isWhole ? end : start + 1);
  }
  return places;
}

// Letters or digits on both sides of a place.
const continues = (text, place) => /^[0-9a-z]{2}$/.test(text.slice(Math.max(0, place - 1), place + 1));

const BEFORE = 30;
const LENGTH = 120;

/** Return `[snippet, marks]`: a piece of the text in one line, `…` where it is cut, and the hits in it. */
export function snippet(text, spans) {
  const ordered = [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const characters = SURROGATE.test(text) ? [...text] : text;
  const start = ordered.length ? Math.max(0, ordered[0][0] - BEFORE) : 0;
  const end = Math.min(characters.length, start + LENGTH);
  const front = start ? "…" : "";
  const piece = characters.slice(start, end);
  const line = (typeof piece === "string" ? piece : piece.join("")).replace(/[\n\t]/g, " ");
  return [front + line + (end < characters.length ? "…" : ""), marksIn(ordered, start, end, front.length - start)];
}

function marksIn(spans, start, end, shift) {
  const marks = [];
  for (const span of spans) {
    const [first, last] = [Math.max(span[0], start) + shift, Math.min(span[1], end) + shift];
    const before = marks.at(-1);
    if (first >= last) continue;
    if (before && first < before[1]) before[1] = Math.max(before[1], last);
    else marks.push([first, last]);
  }
  return marks;
}

export const RANKED = 300;

/** Reckon how well a text fits; `length` is that of the folded text in code points. */
export function score(counts, length) {
  const allowance = 1.2 * (0.25 + (0.75 * length) / 400);
  let total = 0;
  for (const count of counts) total += count / (count + allowance);
  return total;
}
