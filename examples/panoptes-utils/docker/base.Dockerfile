# What every image of the observatory begins with: Python and the libraries that are slow to install.
FROM python:3.11-slim-bookworm
RUN python -m pip install --no-cache-dir "numpy>=1.24" "pytest>=7" "pyyaml>=6"
WORKDIR /var/panoptes
