"""What parties demand, offer, commit to, decline, reject, call a red line or raise, read sentence by sentence."""
