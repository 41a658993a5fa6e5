using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IpCenter.Casework.Data;

internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
