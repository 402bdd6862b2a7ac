#!/usr/bin/env bash
# Publishes dist/ to a bucket: deploy/s3/publish.sh s3://kb-example. Any argument after that goes to aws.
set -euo pipefail
bucket=${1:?"Name the bucket, as in s3://kb-example"}
shift

# What new pages need comes before them, and what old pages needed goes after them.
aws s3 sync dist/_astro/ "$bucket/_astro/" --cache-control 'public, max-age=31536000, immutable' "$@"
aws s3 sync dist/ "$bucket/" --cache-control 'no-cache' \
  --exclude '_astro/*' --exclude '*.ics' --exclude '*.csv' --exclude '*.xml' "$@"
for pair in '*.ics=text/calendar' '*.csv=text/csv' '*.xml=application/xml'; do
  aws s3 sync dist/ "$bucket/" --cache-control 'no-cache' \
    --exclude '*' --include "${pair%%=*}" --content-type "${pair#*=}; charset=utf-8" "$@"
done
aws s3 sync dist/ "$bucket/" --size-only --delete "$@"
