/**
 * A hundred lines as engineers write them, with what stands in them, written before the parser saw them: sentence, then
 * kind and value in the base unit of each figure, a dash for none.
 */
export const heldOut = String.raw`
1.2 million requests per second | rate 1.2e6
p99 latency of 85 ms | time 0.085
40 TB of logs every day | bandwidth 462962963
3,000 servers | count 3000
about 2.5 billion monthly users | count 2.5e9
700 Gbps at peak | bandwidth 8.75e10
5M QPS | rate 5e6
99.95% availability | share 99.95
12k writes/s | rate 12000
10-20 ms | time 0.01414
$4.2 million a year | money 4.2e6
a petabyte of photos | size 1e15
600 GB/day | bandwidth 6944444
two billion messages a day | rate 23148
cut from 30 minutes to 90 seconds | time 1800 ; time 90
15 microservices | count 15
150,000 connections per node | count 150000
8 KiB pages | size 8192
2 weeks of retention | time 1209600
1.5x faster | -
HTTP 429 | -
in 2014 | -
version 3.11 | -
4 hours | time 14400
256-bit keys | size 32
€30,000 a month | money 30000
9 nines | count 9
20% of traffic | share 20
100 million daily active users | count 1e8
4,000 commits per week | rate 0.0066138
13 petabytes | size 1.3e16
300 microseconds | time 0.0003
three data centres | count 3
half a million drivers | count 5e5
a hundred shards | count 100
55 million events/s | rate 5.5e7
1 GB/s per broker | bandwidth 1e9
80 percent | share 80
250 rps | rate 250
100 ns | time 1e-7
30 kB per message | size 30000
1.8 trillion messages per day | rate 20833333
6 PB/month | bandwidth 2314814815
7 days | time 604800
400 MB heap | size 4e8
99th percentile | -
10 000 hosts | count 10000
50 engineers | count 50
90,000 queries a minute | rate 1500
5 nodes in 3 regions | count 5 ; count 3
10^9 keys | count 1e9
2^32 addresses | count 4294967296
64 KB | size 64000
1,500 deploys a day | rate 0.017361
11 ms median, 95 ms at p99 | time 0.011 ; time 0.095
500 million tweets per day | rate 5787
3 billion rows | count 3e9
10 Gbit/s links | bandwidth 1.25e9
45 s | time 45
1 in 10,000 requests | count 10000
70 TB SSD | size 7e13
600k concurrent players | count 600000
8 cores | count 8
100 Mbps | bandwidth 1.25e7
0.5 ms | time 0.0005
1-2 seconds | time 1.41421
between 5 and 10 MB | size 7.0711e6
20 to 30 servers | count 24.4949
200 ms → 40 ms | time 0.2 ; time 0.04
1 billion photos, 20 PB | count 1e9 ; size 2e16
300,000 reads and 6,000 posts a second | rate 300000 ; rate 6000
16 GB of RAM, 4 cores | size 1.6e10 ; count 4
one million transactions per second | rate 1e6
12 hours per week | time 43200
$0.02 per GB | money 0.02
1,024 partitions | count 1024
2.3bn requests | count 2.3e9
400k ops/sec | rate 400000
5 TB/hour | bandwidth 1388888889
25 years | time 788400000
3 replicas | count 3
10 minutes a day | time 600
35 ms per call | time 0.035
7 million lines of code | count 7e6
1.1 exabytes | size 1.1e18
6,000 messages/second | rate 6000
60 fps | rate 60
4x | -
RFC 9457 | -
100 requests a second | rate 100
2 million IOPS | rate 2e6
15 TB per day of clickstream data | bandwidth 173611111
1 ms to 3 ms | time 0.0017320508
40 thousand topics | count 40000
5 seconds of delay | time 5
10 million rows per table | count 1e7
under a second | -
200 followers in the median | count 200
S3 and EC2 | -
128 bytes | size 128
`
