using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Infra.Networking;

/// <summary>An IPv4 address range in CIDR notation, aligned to its prefix.</summary>
internal readonly record struct Ipv4Cidr
{
    /// <summary>The form of a range, for editors.</summary>
    public const string Shape = "^[0-9]{1,3}(\\.[0-9]{1,3}){3}/[0-9]{1,2}$";

    /// <summary>The form of an IPv4 or IPv6 range, for editors.</summary>
    public const string AnyShape = "^[0-9A-Fa-f:.]+/[0-9]{1,3}$";

    private const int AddressBits = 32;

    private readonly uint _address;

    private Ipv4Cidr(uint address, int prefixLength)
    {
        _address = address;
        PrefixLength = prefixLength;
    }

    public int PrefixLength { get; }

    /// <summary>Whether the range lies in the private address space of RFC 1918.</summary>
    public bool IsPrivate =>
        IsWithin(Parse("10.0.0.0/8")) || IsWithin(Parse("172.16.0.0/12")) || IsWithin(Parse("192.168.0.0/16"));

    public static Ipv4Cidr Parse(string text) =>
        TryParse(text, out var cidr) ? cidr : throw new FormatException($"\"{text}\" is not an aligned IPv4 CIDR block");

    /// <summary>Accepts only aligned blocks: 10.0.0.0/16, not 10.0.0.1/16.</summary>
    public static bool TryParse(string? text, out Ipv4Cidr cidr)
    {
        var aligned = Normalize(text);
        cidr = aligned.GetValueOrDefault();
        return aligned is not null && cidr.ToString() == text;
    }

    /// <summary>The aligned block that contains an address with a prefix; null for any other text.</summary>
    public static Ipv4Cidr? Normalize(string? text)
    {
        if (text?.Split('/') is not [var address, var prefix]
            || !IPAddress.TryParse(address, out var parsed)
            || parsed.AddressFamily != AddressFamily.InterNetwork
            // Other spellings mean different addresses to different programs: 012.0.0.0 is 10.0.0.0 to some.
            || parsed.ToString() != address
            || !int.TryParse(prefix, NumberStyles.None, CultureInfo.InvariantCulture, out var prefixLength)
            || prefixLength > AddressBits)
        {
            return null;
        }

        return new Ipv4Cidr(ToNumber(parsed) & ~HostMask(prefixLength), prefixLength);
    }

    public bool IsWithin(Ipv4Cidr other) =>
        PrefixLength >= other.PrefixLength && (_address & ~HostMask(other.PrefixLength)) == other._address;

    public bool Overlaps(Ipv4Cidr other) => IsWithin(other) || other.IsWithin(this);

    /// <summary>The block of the given size at a position inside this range.</summary>
    public Ipv4Cidr Block(int prefixLength, int position)
    {
        var blocks = 1L << (prefixLength - PrefixLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, blocks);
        var offset = (long)position << (AddressBits - prefixLength);
        return new Ipv4Cidr((uint)(_address + offset), prefixLength);
    }

    public override string ToString() => $"{ToAddress(_address)}/{PrefixLength}";

    // Written with shifts of a long because a uint shifted by 32 keeps its value in C#.
    private static uint HostMask(int prefixLength) => (uint)((1L << (AddressBits - prefixLength)) - 1);

    private static uint ToNumber(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return (uint)((bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3]);
    }

    private static IPAddress ToAddress(uint number) =>
        new([(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]);
}
