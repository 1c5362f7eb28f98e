using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Infra.Planning;

/// <summary>An IPv4 address range in CIDR notation, aligned to its prefix.</summary>
internal readonly record struct Ipv4Cidr
{
    private const int AddressBits = 32;

    private readonly uint _address;

    private Ipv4Cidr(uint address, int prefixLength)
    {
        _address = address;
        PrefixLength = prefixLength;
    }

    public int PrefixLength { get; }

    // Written with shifts of a long because a uint shifted by 32 keeps its value in C#.
    private uint Size => (uint)((1L << (AddressBits - PrefixLength)) - 1);

    /// <summary>Whether the range lies in the private address space of RFC 1918.</summary>
    public bool IsPrivate =>
        IsWithin(Parse("10.0.0.0/8")) || IsWithin(Parse("172.16.0.0/12")) || IsWithin(Parse("192.168.0.0/16"));

    public static Ipv4Cidr Parse(string text) =>
        TryParse(text, out var cidr) ? cidr : throw new FormatException($"\"{text}\" is not an aligned IPv4 CIDR block");

    /// <summary>Accepts only aligned blocks: 10.0.0.0/16, not 10.0.0.1/16.</summary>
    public static bool TryParse(string? text, out Ipv4Cidr cidr)
    {
        cidr = default;
        if (text?.Split('/') is not [var address, var prefix]
            || address.Count(character => character == '.') != 3
            || !IPAddress.TryParse(address, out var parsed)
            || parsed.AddressFamily != AddressFamily.InterNetwork
            || !int.TryParse(prefix, NumberStyles.None, CultureInfo.InvariantCulture, out var prefixLength)
            || prefixLength > AddressBits)
        {
            return false;
        }

        cidr = new Ipv4Cidr(ToNumber(parsed), prefixLength);
        return (cidr._address & cidr.Size) == 0;
    }

    public bool IsWithin(Ipv4Cidr other) =>
        PrefixLength >= other.PrefixLength && (_address & ~other.Size) == other._address;

    public bool Overlaps(Ipv4Cidr other) => IsWithin(other) || other.IsWithin(this);

    /// <summary>The block of the given size that stands at a position inside this range.</summary>
    public Ipv4Cidr Block(int prefixLength, int position)
    {
        var blocks = 1L << (prefixLength - PrefixLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, blocks);
        var offset = (long)position << (AddressBits - prefixLength);
        return new Ipv4Cidr((uint)(_address + offset), prefixLength);
    }

    public override string ToString() => $"{ToAddress(_address)}/{PrefixLength}";

    private static uint ToNumber(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return (uint)((bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3]);
    }

    private static IPAddress ToAddress(uint number) =>
        new([(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]);
}
